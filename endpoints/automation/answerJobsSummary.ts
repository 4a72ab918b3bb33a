import { JobsSummaryInput, readJobsSummary } from '@/src/domains/automation'
import { admin } from '@/src/platform/access'
import { defineEndpoint } from '@/src/platform/http/defineEndpoint'

/** `GET /api/jobs/summary?span=hour`: counts, rates and workers. */
export const answerJobsSummary = defineEndpoint({
  method: 'get',
  path: '/jobs/summary',
  allow: admin,
  body: 'none',
  input: JobsSummaryInput,
  run: readJobsSummary,
})
