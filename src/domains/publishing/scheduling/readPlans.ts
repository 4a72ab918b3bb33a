import type { PayloadRequest } from 'payload'
import { findPlannedJobs } from './plannedJobs'
import type { Action, Plannable } from './schemas'

/** The next thing planned for a document. */
export interface NextAct {
  action: Action
  at: string
}

/** What lists show beside documents that their reader sees anyway. @returns by id. */
export async function readPlans(
  req: Pick<PayloadRequest, 'payload' | 'transactionID'>,
  { collection, ids }: { collection: Plannable; ids: string[] },
): Promise<Map<string, NextAct>> {
  if (ids.length === 0) return new Map()
  const jobs = await findPlannedJobs(req, { collection, ids })
  const upcoming = jobs.filter(({ state }) => state !== 'failed').reverse()
  return new Map(upcoming.map(({ document, action, at }) => [document, { action, at }]))
}
