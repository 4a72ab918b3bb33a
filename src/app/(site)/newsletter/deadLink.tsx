import { buttonStyles } from '@/src/components/buttonStyles'
import { signUpPath } from '@/src/domains/automation/newsletter/paths'
import { setPageStatus } from '@/src/platform/http/setPageStatus'
import { LetterPage, Words } from './LetterPage'

/** For a link that was used up, forged, or shortened on its way; or that is too old. */
export function deadLink({ isExpired = false } = {}) {
  setPageStatus(isExpired ? 410 : 404)
  return (
    <LetterPage title={isExpired ? 'This link is too old' : 'This link does not work'}>
      <Words>
        {isExpired
          ? 'It would have confirmed your subscription. Sign up once more, and a new one comes at once.'
          : 'It may have lost a letter on its way: copy all of it from the mail. Or it was used up, because you left the newsletter since, or we have forgotten the address.'}
      </Words>
      <p className="flex flex-wrap gap-3">
        <a href={signUpPath} className={buttonStyles()}>
          Sign up
        </a>
        <a href="/" className={buttonStyles({ variant: 'outline' })}>
          To the first page
        </a>
      </p>
    </LetterPage>
  )
}
