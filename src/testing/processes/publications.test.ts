/** Planned publications with real workers: due while none was there, and with several at once. */
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anArticle } from '@/src/domains/publishing/factories'
import { cast, rest, testDatabaseUrl } from '../harness'
import { closeTestDatabases, openTestDatabase } from '../harness/database'
import { aPlace, type Ours, type Place, runOurs, untilTrue } from './support/runOurs'

let place: Place
const workers: Ours[] = []

beforeAll(async () => {
  await openTestDatabase()
  place = aPlace({
    DATABASE_URL: testDatabaseUrl(),
    PAYLOAD_SECRET: 'a-secret-that-only-tests-ever-use-0123456789',
    JOB_LEASE_SECONDS: '2',
    LOG_LEVEL: 'info',
    NODE_ENV: 'production',
  })
})

afterAll(async () => {
  for (const { child } of workers) child.kill('SIGTERM')
  await Promise.all(workers.map(({ ended }) => ended))
  await closeTestDatabases()
  place.remove()
})

async function startWorker(): Promise<Ours> {
  const worker = runOurs(place, 'worker')
  workers.push(worker)
  await worker.until(/The worker takes jobs/)
  return worker
}

async function aPlannedArticle(seconds: number) {
  const { id } = await anArticle()
  const publishAt = new Date(Date.now() + seconds * 1_000)
  const answer = await rest('POST /schedule', {
    as: cast().eve,
    body: { collection: 'content', id, publishAt },
  })
  expect(answer.status, JSON.stringify(answer.body.errors)).toBe(200)
  return { id, publishAt }
}

const isPublished = async (id: string) => (await rest(`GET /content/${id}`)).status === 200

async function versionsOf(id: string) {
  const { body } = await rest(`GET /content/versions?where[parent][equals]=${id}`, { as: cast().eve })
  return body.totalDocs
}

test('what fell due while no worker was there happens when two of them start, once each', async () => {
  const articles = await Promise.all(Array.from({ length: 6 }, () => aPlannedArticle(2)))
  await sleep(2_500)
  for (const { id } of articles) expect(await isPublished(id)).toBe(false)
  await Promise.all([startWorker(), startWorker()])
  for (const { id, publishAt } of articles) {
    await untilTrue(() => isPublished(id))
    const { body } = await rest(`GET /content/${id}`)
    expect(body.publishedAt).toBe(publishAt.toISOString())
    expect(await versionsOf(id)).toBe(2)
  }
})

test('with the workers there it happens at its time, never before', async () => {
  const { id, publishAt } = await aPlannedArticle(3)
  while (Date.now() < publishAt.getTime() - 300) {
    expect(await isPublished(id)).toBe(false)
    await sleep(100)
  }
  await untilTrue(() => isPublished(id))
  expect(Date.now() - publishAt.getTime()).toBeLessThan(10_000)
})

test('an article that is planned again and again by two editors is published once', async () => {
  const { eve, ada } = cast()
  const { id } = await anArticle()
  for (let nth = 0; nth < 6; nth += 1) {
    const publishAt = new Date(Date.now() + 1_500)
    const body = { collection: 'content', id, publishAt }
    await Promise.all([rest('POST /schedule', { as: eve, body }), rest('POST /schedule', { as: ada, body })])
    await sleep(150)
  }
  await untilTrue(() => isPublished(id))
  await sleep(3_000)
  expect(await versionsOf(id)).toBe(2)
})
