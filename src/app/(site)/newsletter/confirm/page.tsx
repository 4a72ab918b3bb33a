import { buttonStyles } from '@/src/components/buttonStyles'
import { doors, unsubscribePath } from '@/src/domains/automation/newsletter/paths'
import { findByConfirmToken, unsubscribeToken } from '@/src/domains/automation/newsletter/subscriptionLinks'
import type { SearchParams } from '../../addresses'
import { sitePage } from '../../sitePage'
import { siteShell } from '../../siteShell'
import { deadLink } from '../deadLink'
import { findByLink } from '../findByLink'
import { Address, LetterPage, Words } from '../LetterPage'
import { LinkForm } from '../LinkForm'
import { metadataOf } from '../metadataOf'

interface Props {
  searchParams: SearchParams
}

export const generateMetadata = metadataOf('Confirm your subscription', '/newsletter/confirm')

/** Where the mail leads that asks whether an address wants the newsletter. */
export default sitePage(async function ConfirmPage({ searchParams }: Props) {
  const found = await findByLink(searchParams, findByConfirmToken)
  if (!found) return deadLink()
  const { subscriber, isExpired, token } = found
  const { settings } = await siteShell()
  if (subscriber.state === 'active')
    return (
      <LetterPage title="You are subscribed">
        <Words>
          The newsletter of {settings.name} comes to <Address of={subscriber.email} />.
        </Words>
        <p className="flex flex-wrap gap-3">
          <a href="/" className={buttonStyles()}>
            To the first page
          </a>
          <a
            href={unsubscribePath(unsubscribeToken(subscriber))}
            className={buttonStyles({ variant: 'outline' })}
          >
            Unsubscribe
          </a>
        </p>
      </LetterPage>
    )
  if (isExpired) return deadLink({ isExpired })
  return (
    <LetterPage title="One click to go">
      <Words>
        Shall the newsletter of {settings.name} come to <Address of={subscriber.email} />?
      </Words>
      <LinkForm action={doors.confirmations} token={token} label="Yes, subscribe me" />
      <p className="text-sm text-ink-soft">If you did not ask for it, close this page: nothing comes.</p>
    </LetterPage>
  )
})
