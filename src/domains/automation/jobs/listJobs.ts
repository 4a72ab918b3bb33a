/** The queue as a list: one state at a time, from keyset to keyset, so that a page costs the same however far down. */
import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { now } from '@/src/platform/clock'
import { InvalidInputError } from '@/src/platform/errors'
import { execute } from '@/src/platform/payload/execute'
import { findDocumentsNamed } from './findDocumentsNamed'
import { iso, type Job, type JobRow, jobColumns, jobsOfRows } from './jobRow'
import { jobStates, type Sql, stateSql } from './jobStates'

export const ListJobsInput = z.object({
  state: z.enum(jobStates).default('failed'),
  queue: z.string().max(100).optional(),
  task: z.string().max(100).optional(),
  /** Words of a document's title, of the job's input or failure, or its id. */
  search: z.string().trim().max(200).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
})

export interface JobList {
  jobs: Job[]
  /** The clock by which the states were told. */
  at: string
  /** Asks for what follows; null at the end. */
  nextCursor: string | null
}

/** Further back nobody searches: it would read the whole history. */
const searchedRows = 20_000

export async function listJobs(
  req: PayloadRequest,
  { state, queue, task, search, cursor, limit }: z.output<typeof ListJobsInput>,
): Promise<JobList> {
  const { where, at, isNewestFirst } = stateSql[state]
  const direction = isNewestFirst ? sql`desc` : sql`asc`
  const filters = [
    where,
    ...(queue ? [sql`queue = ${queue}`] : []),
    ...(task ? [sql`task_slug = ${task}`] : []),
    ...(cursor ? [afterCursor(cursor, at, isNewestFirst)] : []),
  ]
  const found = sql`select j.* from payload_jobs j where ${and(filters)}
    order by ${at} ${direction}, id ${direction} limit ${search ? searchedRows : limit + 1}`
  const matching = search ? sql`where ${await matches(req, search)}` : sql``
  const rows = await execute<JobRow & { cursorAt: string; readAt: Date | string }>(
    req,
    sql`select ${jobColumns}, ${at}::text as "cursorAt", now() as "readAt" from (${found}) as j ${matching}
        order by ${at} ${direction}, id ${direction} limit ${limit + 1}`,
  )
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return {
    jobs: await jobsOfRows(req, shown),
    at: iso(rows[0]?.readAt ?? now()),
    nextCursor: last ? cursorOf(last) : null,
  }
}

async function matches(req: PayloadRequest, search: string): Promise<Sql> {
  const documents = await findDocumentsNamed(req, search)
  const texts = [search, ...documents].map((text) => `%${text.replace(/[\\%_]/g, '\\$&')}%`)
  const patterns = sql`array[${sql.join(
    texts.map((text) => sql`${text}`),
    sql`, `,
  )}]::text[]`
  return sql`(input::text ilike any(${patterns}) or error->>'message' ilike any(${patterns})
    or task_slug ilike any(${patterns}) or id::text = ${search.toLowerCase()})`
}

function and(parts: Sql[]): Sql {
  return sql.join(parts, sql` and `)
}

function cursorOf({ cursorAt, id }: { cursorAt: string; id: string }): string {
  return Buffer.from(JSON.stringify([cursorAt, id])).toString('base64url')
}

const Cursor = z.tuple([z.string().regex(/^\d{4}-\d\d-\d\d /), z.uuid()])

function afterCursor(cursor: string, at: Sql, isNewestFirst: boolean): Sql {
  const parsed = Cursor.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString()))
  if (!parsed.success) throw new InvalidInputError('cursor: not one that a list of jobs answered')
  const [time, id] = parsed.data
  const comparison = isNewestFirst ? sql`<` : sql`>`
  return sql`(${at}, id) ${comparison} (${time}::timestamptz, ${id}::uuid)`
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
