/** What the page for signing up has to say after its form was sent without a script. */
import type { AppError } from '@/src/platform/errors'

export const signUpAnswers = {
  sent: 'Look into your mailbox.',
  address: 'Give an address that mail can be sent to.',
  often: 'Too many sign-ups came in. Try again in an hour.',
  closed: 'There is no newsletter to sign up for at the moment.',
  refused: 'This could not be taken. Try again.',
} as const

export type SignUpAnswer = keyof typeof signUpAnswers

export function answerOf(refusal: AppError | undefined): SignUpAnswer {
  switch (refusal?.code) {
    case undefined:
      return 'sent'
    case 'TOO_MANY_SIGN_UPS':
      return 'often'
    case 'SIGN_UP_CLOSED':
      return 'closed'
    case 'INVALID_INPUT':
      return 'address'
    default:
      return 'refused'
  }
}
