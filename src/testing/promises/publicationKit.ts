/** Planned publications in tests: planning them, letting their time come, and looking at what became of them. */
import { expect } from 'vitest'
import { env } from '@/src/platform/env'
import { poolOf } from '@/src/platform/payload/poolOf'
import { type Actor, cast, rest, testPayload } from '../harness'
import { mailsIn } from '../mailsIn'

export const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()

export async function plan(as: Actor, id: string, moments: { publishAt?: string; unpublishAt?: string }) {
  const { status, body } = await rest('POST /schedule', {
    as,
    body: { collection: 'content', id, ...moments },
  })
  expect(status, JSON.stringify(body.errors)).toBe(200)
  return body as unknown as Record<'publish' | 'unpublish', { jobId: string; at: string } | null>
}

export async function query(text: string, values: unknown[] = []) {
  return (await poolOf({ payload: await testPayload() }).query(text, values)).rows
}

/** Lets the planned moments of a document come. */
export async function letItBeTime(id: string) {
  await query(
    `update payload_jobs set wait_until = now() - interval '1 second'
     where input->>'id' = $1 and completed_at is null and not has_error`,
    [id],
  )
}

export async function run(queue = 'publishing') {
  const payload = await testPayload()
  await payload.jobs.run({ queue, overrideAccess: true, silent: true }).catch((error: { code?: string }) => {
    // What a worker would only log: the job was taken away while it ran.
    if (error.code !== 'JOB_LOST') throw error
  })
}

export async function fire(id: string) {
  await letItBeTime(id)
  await run()
}

export async function jobOf(id: string) {
  const [job] = await query('select * from payload_jobs where id = $1', [id])
  return job
}

/** What the public gets. */
export const publicTitle = async (id: string) => (await rest(`GET /content/${id}`)).body.title

export async function versionsOf(id: string) {
  return (await rest(`GET /content/versions?where[parent][equals]=${id}`, { as: cast().eve })).body.totalDocs
}

export const mailsTo = (address: string) => mailsIn(env.DATA_DIR, address)
