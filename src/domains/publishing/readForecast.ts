import type { PayloadRequest } from 'payload'
import { isStaff } from '@/src/platform/access'
import { dateWhenPlanned } from './publicationDate'
import { findPlannedJobs } from './scheduling/plannedJobs'
import type { Plannable } from './scheduling/schemas'

/** What the plan changes until the moment that a member of staff looks ahead to. */
export interface Forecast {
  /** Ids of the documents that readers will see in their newest form, with the moment of their publication. */
  appearing: Map<string, string>
  /** Ids of those that readers will not find any more. */
  disappearing: Set<string>
}

/** Lets this request's reads of the site show it as it will be at `moment`. Only staff look ahead. */
export function lookAhead(req: PayloadRequest, moment: Date): void {
  if (isStaff(req)) req.context.lookAheadTo = moment
}

/** The moment that the request looks ahead to, `null` for the present. */
export function lookingAheadTo(req: PayloadRequest): Date | null {
  const { lookAheadTo } = req.context
  return lookAheadTo instanceof Date ? lookAheadTo : null
}

/** Read once a request for each collection; `null` for a request that does not look ahead. */
export async function readForecast(req: PayloadRequest, collection: Plannable): Promise<Forecast | null> {
  const moment = lookingAheadTo(req)
  if (!moment) return null
  const key = `forecast:${collection}`
  req.context[key] ??= planUntil(req, collection, moment)
  return req.context[key] as Promise<Forecast>
}

/** The date that readers will see of what appears. */
export function dateInForecast(
  { id, publishedAt }: { id: string; publishedAt?: string | null },
  { appearing }: Forecast,
): string | null | undefined {
  const moment = appearing.get(id)
  return moment ? dateWhenPlanned(publishedAt, moment) : publishedAt
}

async function planUntil(req: PayloadRequest, collection: Plannable, moment: Date): Promise<Forecast> {
  const jobs = await findPlannedJobs(req, { collection, to: moment })
  const appearing = new Map<string, string>()
  const disappearing = new Set<string>()
  for (const { document, action, at, state } of jobs) {
    if (state === 'failed') continue
    appearing.delete(document)
    disappearing.delete(document)
    if (action === 'publish') appearing.set(document, at)
    else disappearing.add(document)
  }
  return { appearing, disappearing }
}
