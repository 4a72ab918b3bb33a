import { unsubscribePath } from '@/src/domains/automation/newsletter/paths'
import { LinkInput } from '@/src/domains/automation/newsletter/schemas'
import { anyone } from '@/src/platform/access'
import { defineEndpoint } from '@/src/platform/http/defineEndpoint'

/** `GET /api/subscribers/unsubscriptions?token=`: programs that cannot end a subscription themselves open its address. */
export const openUnsubscription = defineEndpoint({
  method: 'get',
  path: '/unsubscriptions',
  allow: anyone,
  body: 'none',
  input: LinkInput,
  run: async (_, { token }) =>
    new Response(null, {
      status: 303,
      headers: { location: unsubscribePath(token), 'cache-control': 'no-store' },
    }),
})
