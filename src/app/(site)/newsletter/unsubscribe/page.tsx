import { buttonStyles } from '@/src/components/buttonStyles'
import { doors, signUpPath } from '@/src/domains/automation/newsletter/paths'
import { findByUnsubscribeToken } from '@/src/domains/automation/newsletter/subscriptionLinks'
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

export const generateMetadata = metadataOf('Unsubscribe', '/newsletter/unsubscribe')

/** Where every mail of the newsletter lets its reader out. */
export default sitePage(async function UnsubscribePage({ searchParams }: Props) {
  const found = await findByLink(searchParams, findByUnsubscribeToken)
  if (!found) return deadLink()
  const { subscriber, token } = found
  const { settings } = await siteShell()
  if (subscriber.state === 'unsubscribed')
    return (
      <LetterPage title="You have left">
        <Words>
          No more newsletters of {settings.name} come to <Address of={subscriber.email} />.
        </Words>
        <p className="flex flex-wrap gap-3">
          <a href="/" className={buttonStyles()}>
            To the first page
          </a>
          <a href={signUpPath} className={buttonStyles({ variant: 'outline' })}>
            Sign up again
          </a>
        </p>
      </LetterPage>
    )
  return (
    <LetterPage title="Leave the newsletter?">
      <Words>
        Then no more newsletters of {settings.name} come to <Address of={subscriber.email} />.
      </Words>
      <LinkForm action={doors.unsubscriptions} token={token} label="Unsubscribe" />
    </LetterPage>
  )
})
