import type { Endpoint } from 'payload'
import { answerJob } from './answerJob'
import { answerJobs } from './answerJobs'
import { answerJobsSummary } from './answerJobsSummary'
import { createRetries } from './createRetries'
import { createRetry } from './createRetry'
import { deleteJob } from './deleteJob'

/** The first that fits answers: `summary` stands before `:id`. */
export const automationEndpoints: Endpoint[] = [
  answerJobs,
  answerJobsSummary,
  answerJob,
  createRetries,
  createRetry,
  deleteJob,
]
