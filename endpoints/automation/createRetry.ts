import { z } from 'zod'
import { retryFailedJob } from '@/src/domains/automation'
import { admin } from '@/src/platform/access'
import { defineEndpoint } from '@/src/platform/http/defineEndpoint'

/** `POST /api/jobs/:id/retries`: a failed job runs again. */
export const createRetry = defineEndpoint({
  method: 'post',
  path: '/jobs/:id/retries',
  allow: admin,
  body: 'none',
  input: z.object({ id: z.uuid() }),
  status: 201,
  run: async (req, input) => ({ job: await retryFailedJob(req, input) }),
})
