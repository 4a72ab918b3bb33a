import { Rss } from 'lucide-react'
import { buttonStyles } from '@/src/components/buttonStyles'
import { NewsletterSignUp } from '@/src/domains/automation/newsletter/components/NewsletterSignUp'
import { isSignUpOpen } from '@/src/domains/automation/newsletter/isSignUpOpen'
import { signUpPath } from '@/src/domains/automation/newsletter/paths'
import { type SignUpAnswer, signUpAnswers } from '@/src/domains/automation/newsletter/signUpAnswers'
import { defaultLocale, feedPath } from '@/src/domains/publishing/paths'
import type { SearchParams } from '../../addresses'
import { sitePage } from '../../sitePage'
import { siteShell } from '../../siteShell'
import { LetterPage, Words } from '../LetterPage'
import { metadataOf } from '../metadataOf'

interface Props {
  searchParams: SearchParams
}

export const generateMetadata = metadataOf('Sign up for the newsletter', signUpPath)

/** The form alone, and what became of one that was sent without a script. */
export default sitePage(async function SignUpPage({ searchParams }: Props) {
  const { settings } = await siteShell()
  const answer = answerIn((await searchParams).answer)
  if (answer === 'sent') return <Sent />
  if (!isSignUpOpen(settings)) return <Closed />
  const promise = `What is new on ${settings.name}, in your mailbox.`
  return (
    <LetterPage title="Sign up">
      <Words>{promise}</Words>
      {answer && answer !== 'address' && (
        <p role="alert" className="text-sm text-danger">
          {signUpAnswers[answer]}
        </p>
      )}
      <NewsletterSignUp
        page={signUpPath}
        locale={defaultLocale}
        words={[promise]}
        issue={answer === 'address' ? signUpAnswers.address : undefined}
      />
    </LetterPage>
  )
})

function Sent() {
  return (
    <LetterPage title="Look into your mailbox">
      <Words>{signUpAnswers.sent}</Words>
      <p className="text-sm text-ink-soft">
        Nothing after some minutes? It may be with what your mailbox takes for spam.
      </p>
      <p>
        <a href="/" className={buttonStyles({ variant: 'outline' })}>
          To the first page
        </a>
      </p>
    </LetterPage>
  )
}

function Closed() {
  return (
    <LetterPage title="No newsletter at the moment">
      <Words>What is new also comes by feed, to any feed reader.</Words>
      <p>
        <a href={feedPath} className={buttonStyles({ variant: 'accent' })}>
          <Rss size={16} aria-hidden="true" /> Follow by feed
        </a>
      </p>
    </LetterPage>
  )
}

function answerIn(value: string | string[] | undefined): SignUpAnswer | undefined {
  return typeof value === 'string' && Object.hasOwn(signUpAnswers, value)
    ? (value as SignUpAnswer)
    : undefined
}
