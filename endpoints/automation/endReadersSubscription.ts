import { z } from 'zod'
import { endSubscriptionByHand } from '@/src/domains/automation/newsletter/endSubscription'
import { editor } from '@/src/platform/access'
import { defineEndpoint } from '@/src/platform/http/defineEndpoint'

/** `POST /api/subscribers/:id/unsubscriptions`: for a reader who wrote that they want no more. */
export const endReadersSubscription = defineEndpoint({
  method: 'post',
  path: '/:id/unsubscriptions',
  allow: editor,
  body: 'none',
  input: z.object({ id: z.uuid() }),
  run: endSubscriptionByHand,
})
