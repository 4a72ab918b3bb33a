import { z } from 'zod'
import { findJob } from '@/src/domains/automation'
import { admin } from '@/src/platform/access'
import { defineEndpoint } from '@/src/platform/http/defineEndpoint'

/** `GET /api/jobs/:id`: one job with its tries. */
export const answerJob = defineEndpoint({
  method: 'get',
  path: '/jobs/:id',
  allow: admin,
  body: 'none',
  input: z.object({ id: z.uuid() }),
  run: async (req, input) => ({ job: await findJob(req, input) }),
})
