import { confirmSubscription } from '@/src/domains/automation/newsletter/confirmSubscription'
import { confirmPath } from '@/src/domains/automation/newsletter/paths'
import { LinkInput } from '@/src/domains/automation/newsletter/schemas'
import { anyone } from '@/src/platform/access'
import { defineEndpoint } from '@/src/platform/http/defineEndpoint'

/** `POST /api/subscribers/confirmations {token}`: who holds the link of the mail wants the newsletter. */
export const createConfirmation = defineEndpoint({
  method: 'post',
  path: '/confirmations',
  allow: anyone,
  body: 'json',
  input: LinkInput,
  run: confirmSubscription,
  pageAfter: ({ fields: { token } }) => (typeof token === 'string' ? confirmPath(token) : undefined),
})
