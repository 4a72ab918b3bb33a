import { askApi } from '@/src/platform/admin/askApi'
import type { ScheduleList } from '../../scheduling/listSchedule'
import type { ScheduledJob } from '../../scheduling/sayScheduled'
import type { Plannable } from '../../scheduling/schemas'

/** One thing at one moment of the calendar. */
export interface Entry {
  key: string
  kind: 'published' | ScheduledJob['action'] | 'failed'
  collection: Plannable
  id: string
  title: string
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
export function isMovable({ job }: Entry): boolean {
  return job?.mayChange === true && job.state !== 'running'
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
