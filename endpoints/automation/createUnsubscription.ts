import { endSubscription } from '@/src/domains/automation/newsletter/endSubscription'
import { unsubscribePath } from '@/src/domains/automation/newsletter/paths'
import { LinkInput } from '@/src/domains/automation/newsletter/schemas'
import { anyone } from '@/src/platform/access'
import { defineEndpoint } from '@/src/platform/http/defineEndpoint'

/**
 * `POST /api/subscribers/unsubscriptions {token}`. Mail programs send it with the token in the address, and must not
 * be led anywhere else (RFC 8058); the site's own page sends it in the form.
 */
export const createUnsubscription = defineEndpoint({
  method: 'post',
  path: '/unsubscriptions',
  allow: anyone,
  body: 'json',
  input: LinkInput,
  run: endSubscription,
  pageAfter: ({ fields: { token } }) => (typeof token === 'string' ? unsubscribePath(token) : undefined),
})
