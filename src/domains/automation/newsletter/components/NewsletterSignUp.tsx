import { doors } from '../paths'
import { longestWording } from '../schemas'
import { sealOf } from '../seals'
import { SignUpForm } from './SignUpForm'

/** What every sign-up form says, whatever stands above it. */
export const smallPrint =
  'First a mail asks whether the address is yours. You can leave at any time, from any mail.'

interface NewsletterSignUpProps {
  page: string
  locale: string
  /** What the page says above the form. */
  words: (string | null | undefined)[]
  issue?: string
}

/** The form with what a reader agrees to by sending it. It is the same for every visitor, so its page may be kept. */
export function NewsletterSignUp({ page, locale, words, issue }: NewsletterSignUpProps) {
  const wording = [...words, smallPrint]
    .filter(Boolean)
    .join('\n')
    .replaceAll('\r\n', '\n')
    .slice(0, longestWording)
  return (
    <SignUpForm
      action={doors.signUps}
      page={page}
      locale={locale}
      wording={wording}
      seal={sealOf('wording', wording)}
      smallPrint={smallPrint}
      issue={issue}
    />
  )
}
