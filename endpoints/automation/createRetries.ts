import { z } from 'zod'
import { admin } from '@/src/platform/access'
import { defineEndpoint } from '@/src/platform/http/defineEndpoint'
import { retryFailedJobs } from '@/src/platform/jobs'

/** `POST /api/jobs/retries`: all failed jobs run again, or those of one task or queue. */
export const createRetries = defineEndpoint({
  method: 'post',
  path: '/jobs/retries',
  allow: admin,
  body: 'json',
  input: z.object({ task: z.string().max(100).optional(), queue: z.string().max(100).optional() }),
  status: 201,
  run: async (req, input) => ({ retried: await retryFailedJobs(req, input) }),
})
