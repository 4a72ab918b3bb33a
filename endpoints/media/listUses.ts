import { z } from 'zod'
import { listMediaUses } from '@/src/domains/media'
import { staff } from '@/src/platform/access'
import { defineEndpoint } from '@/src/platform/http/defineEndpoint'

/** `GET /api/media/:id/uses`: where is this used? */
export const listUses = defineEndpoint({
  method: 'get',
  path: '/:id/uses',
  allow: staff,
  body: 'none',
  input: z.object({ id: z.uuid() }),
  run: async (req, input) => ({ docs: await listMediaUses(req, input) }),
})
