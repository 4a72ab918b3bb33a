/** What is said of a sign-up that was sent. */
import type { AppError } from '@/src/platform/errors'

export const signUpAnswers = {
  sent: 'A mail asks whether the address is yours: say yes there, and you are subscribed. If you are already, or were asked a short while ago, there is no new one.',
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
