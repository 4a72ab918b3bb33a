import { z } from 'zod'
import { cancelQueuedJob } from '@/src/domains/automation'
import { admin } from '@/src/platform/access'
import { defineEndpoint } from '@/src/platform/http/defineEndpoint'

/** `DELETE /api/jobs/:id`: cancels it; its row stays as history. */
export const deleteJob = defineEndpoint({
  method: 'delete',
  path: '/jobs/:id',
  allow: admin,
  body: 'none',
  input: z.object({ id: z.uuid() }),
  run: async (req, input) => ({ job: await cancelQueuedJob(req, input) }),
})
