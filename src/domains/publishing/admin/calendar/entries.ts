import { askApi } from '@/src/platform/admin/askApi'
import type { ScheduleList } from '../../scheduling/listSchedule'
import type { ScheduledJob } from '../../scheduling/sayScheduled'
import type { Plannable } from '../../scheduling/schemas'

/** One thing at one moment of the calendar. */
export interface Entry {
  key: string
  kind: 'published' | ScheduledJob['action'] | 'failed' | 'draft'
  collection: Plannable
  id: string
  title: string
  /** Of a draft, when it would be published if it were put on today. */
  at: Date
  /** The job behind it, where it is planned. */
  job?: ScheduledJob
}

interface Listed {
  docs: { id: string; title?: string | null; publishedAt?: string | null }[]
}

/** What the calendar shows at most; a month of a daily paper is far below it. */
const limit = 500

/** What was published and what is planned between two moments, in the order of time. */
export async function findEntries(api: string, from: Date, to: Date, signal: AbortSignal): Promise<Entry[]> {
  const window = new URLSearchParams({ from: from.toISOString(), to: to.toISOString(), limit: String(limit) })
  const [schedule, ...published] = await Promise.all([
    askApi<ScheduleList>(`${api}/schedule?${window}`, { signal }),
    ...(['content', 'pages'] as const).map((collection) =>
      findPublished({ api, collection, from, to, signal }),
    ),
  ])
  const planned = schedule.docs.map(ofJob)
  return [...published.flat(), ...planned].sort((a, b) => a.at.getTime() - b.at.getTime())
}

/** Whether it can be moved to another moment. */
export function isMovable({ kind, job }: Entry): boolean {
  return kind === 'draft' || (job?.mayChange === true && job.state !== 'running')
}

/** Newest first; more is found in the list of articles. */
const draftsShown = 12
const usualHour = 9

/** Articles that nobody reads yet and for which nothing is planned. */
export async function findDrafts(api: string, signal: AbortSignal): Promise<Entry[]> {
  const query = new URLSearchParams({
    'where[and][0][_status][equals]': 'draft',
    'where[and][1][title][exists]': 'true',
    'where[and][2][archivedAt][exists]': 'false',
    'select[title]': 'true',
    sort: '-updatedAt',
    draft: 'true',
    depth: '0',
    limit: '60',
    pagination: 'false',
  })
  const [{ docs }, schedule] = await Promise.all([
    askApi<Listed>(`${api}/content?${query}`, { signal }),
    askApi<ScheduleList>(`${api}/schedule?collection=content&limit=${limit}`, { signal }),
  ])
  const planned = new Set(schedule.docs.map(({ id }) => id))
  const at = new Date()
  at.setHours(usualHour, 0, 0, 0)
  return docs
    .filter(({ id }) => !planned.has(id))
    .slice(0, draftsShown)
    .map(({ id, title }) => ({
      key: id,
      kind: 'draft',
      collection: 'content',
      id,
      title: title || 'Untitled',
      at,
    }))
}

function ofJob(job: ScheduledJob): Entry {
  const { jobId, collection, id, title, action, at, state } = job
  return {
    key: jobId,
    kind: state === 'failed' ? 'failed' : action,
    collection,
    id,
    title: title || 'Untitled',
    at: new Date(at),
    job,
  }
}

interface Wanted {
  api: string
  collection: Plannable
  from: Date
  to: Date
  signal: AbortSignal
}

async function findPublished({ api, collection, from, to, signal }: Wanted): Promise<Entry[]> {
  const query = new URLSearchParams({
    'where[and][0][_status][equals]': 'published',
    'where[and][1][publishedAt][greater_than_equal]': from.toISOString(),
    'where[and][2][publishedAt][less_than]': to.toISOString(),
    'where[and][3][archivedAt][exists]': 'false',
    'select[title]': 'true',
    'select[publishedAt]': 'true',
    sort: 'publishedAt',
    depth: '0',
    limit: String(limit),
    pagination: 'false',
  })
  const { docs } = await askApi<Listed>(`${api}/${collection}?${query}`, { signal })
  return docs.flatMap(({ id, title, publishedAt }) =>
    publishedAt
      ? [
          {
            key: id,
            kind: 'published' as const,
            collection,
            id,
            title: title || 'Untitled',
            at: new Date(publishedAt),
          },
        ]
      : [],
  )
}
