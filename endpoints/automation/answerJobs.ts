import { ListJobsInput, listJobs } from '@/src/domains/automation'
import { admin } from '@/src/platform/access'
import { defineEndpoint } from '@/src/platform/http/defineEndpoint'

/** `GET /api/jobs?state=failed`: the queue, one state at a time. */
export const answerJobs = defineEndpoint({
  method: 'get',
  path: '/jobs',
  allow: admin,
  body: 'none',
  input: ListJobsInput,
  run: listJobs,
})
