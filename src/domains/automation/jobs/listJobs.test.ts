import { expect, test } from 'vitest'
import { anArticle } from '@/src/domains/publishing/factories'
import { cast, requestOf } from '@/src/testing/harness'
import { aJob, aWorker } from '../factories'
import { findJob } from './findJob'
import { type JobList, ListJobsInput, listJobs } from './listJobs'

const { ada } = cast()

async function list(input: Record<string, unknown>): Promise<JobList> {
  return listJobs(await requestOf(ada), ListJobsInput.parse(input))
}

const publish = (id: string) => ({ collection: 'content', id, action: 'publish' })

test('a failed job says in one sentence what failed, on which document and why', async () => {
  const article = await anArticle({ title: 'A market maker’s Tuesday' })
  const id = await aJob({
    state: 'failed',
    task: 'publishDocument',
    queue: 'publishing',
    input: publish(article.id),
    tries: 5,
    message: 'Ann’s account is disabled.',
  })
  const { jobs } = await list({ state: 'failed' })
  expect(jobs.find((job) => job.id === id)).toMatchObject({
    sentence: 'Publishing “A market maker’s Tuesday” failed after 5 tries: Ann’s account is disabled.',
    documents: [{ collection: 'content', id: article.id, title: 'A market maker’s Tuesday', isGone: false }],
    tries: 5,
    isRetryable: true,
    isCancellable: false,
  })
})

test('every state has its list, and a job is in one of them', async () => {
  const worker = await aWorker({ host: 'press-1', pid: 77 })
  const ids = {
    running: await aJob({ state: 'running', task: 'inventory', queue: 'ai', worker }),
    waiting: await aJob({ state: 'waiting', task: 'inventory', queue: 'ai' }),
    later: await aJob({ state: 'later', task: 'inventory', queue: 'ai' }),
    failed: await aJob({ state: 'failed', task: 'inventory', queue: 'ai' }),
    done: await aJob({ state: 'done', task: 'inventory', queue: 'ai' }),
    cancelled: await aJob({ state: 'cancelled', task: 'inventory', queue: 'ai' }),
  }
  for (const [state, id] of Object.entries(ids)) {
    const { jobs } = await list({ state, queue: 'ai' })
    expect(
      jobs.map((job) => job.id),
      state,
    ).toEqual([id])
    expect(jobs[0]?.state).toBe(state)
  }
  const { jobs } = await list({ state: 'running', queue: 'ai' })
  expect(jobs[0]).toMatchObject({ sentence: '“Inventory”.', worker: 'press-1:77', isCancellable: true })
})

test('a job that is tried again says why it is not done yet', async () => {
  const id = await aJob({ state: 'later', tries: 2, message: 'The disk is full', input: { id: 'x' } })
  const { jobs } = await list({ state: 'later' })
  expect(jobs.find((job) => job.id === id)?.sentence).toBe(
    'Drawing the sizes of a deleted media file failed twice and will be tried again: The disk is full.',
  )
})

test('a job that was done at once says nothing of failures, one that was not says so', async () => {
  const ids = [
    await aJob({ state: 'done', task: 'pruneJobs', queue: 'said' }),
    await aJob({ state: 'done', task: 'pruneJobs', queue: 'said', tries: 2 }),
  ]
  const { jobs } = await list({ state: 'done', queue: 'said' })
  const sentences = ids.map((id) => jobs.find((job) => job.id === id)?.sentence)
  expect(sentences).toEqual([
    'Clearing away old jobs was done.',
    'Clearing away old jobs was done after 2 failures.',
  ])
})

test('a job that killed its workers was given up', async () => {
  const message = 'It was given up: 5 workers ended while they ran it.'
  const id = await aJob({ state: 'failed', tries: 0, code: 'JOB_PARKED', message, task: 'pruneJobs' })
  expect((await findJob(await requestOf(ada), { id })).sentence).toBe(
    'Clearing away old jobs was given up: 5 workers ended while they ran it.',
  )
})

test('pages follow one another without gap or repetition', async () => {
  const made: string[] = []
  for (let age = 1; age <= 7; age += 1)
    made.push(await aJob({ state: 'done', task: 'paged', secondsAgo: Math.ceil(age / 2) }))
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await list({ state: 'done', task: 'paged', limit: 2, cursor })
    seen.push(...page.jobs.map(({ id }) => id))
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  expect(seen).toHaveLength(7)
  expect([...seen].sort()).toEqual([...made].sort())
})

test('a search finds by title, by input, by failure and by id', async () => {
  const article = await anArticle({ title: 'The lighthouse keeper’s ledger' })
  const byTitle = await aJob({ state: 'failed', task: 'publishDocument', input: publish(article.id) })
  const byInput = await aJob({ state: 'failed', input: { note: '100% heliotrope' } })
  const byFailure = await aJob({ state: 'failed', message: 'No heliograph answered' })
  const ids = async (search: string) =>
    (await list({ state: 'failed', search })).jobs.map(({ id }) => id).sort()
  expect(await ids('lighthouse')).toEqual([byTitle])
  expect(await ids('100% heliotrope')).toEqual([byInput])
  expect(await ids('HELIOGRAPH')).toEqual([byFailure])
  expect(await ids(byTitle)).toEqual([byTitle])
  expect(await ids('no such words anywhere')).toEqual([])
})

test('one job tells its tries, and no secret', async () => {
  const id = await aJob({
    state: 'failed',
    tries: 3,
    message: 'The other side hung up',
    input: { url: 'https://example.com', headers: { authorization: 'Bearer x', accept: '*/*' }, apiKey: 'k' },
  })
  const job = await findJob(await requestOf(ada), { id })
  expect(job.input).toEqual({
    url: 'https://example.com',
    headers: { authorization: '••••••', accept: '*/*' },
    apiKey: '••••••',
  })
  expect(job.history).toHaveLength(3)
  expect(job.history[0]).toMatchObject({ outcome: 'failed', message: 'The other side hung up' })
  expect(job.stack).toContain('at work')
})
