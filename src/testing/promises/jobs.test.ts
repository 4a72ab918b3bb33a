/** The queue over REST: for administrators alone, refused with a code, done, and not done twice. */
import { describe, expect, test } from 'vitest'
import { aJob, aWorker } from '@/src/domains/automation/factories'
import { anArticle } from '@/src/domains/publishing/factories'
import { type Answer, cast, rest } from '@/src/testing/harness'

const { ada, eve, ann, mia, dan } = cast()
const nowhere = '01a1ff0e-04aa-722d-ac57-000000000000'
const codeOf = ({ body }: Answer) => body.errors?.[0]?.code

describe('refused', () => {
  const lines = (id: string) =>
    [
      'GET /jobs',
      'GET /jobs/summary',
      `GET /jobs/${id}`,
      `POST /jobs/${id}/retries`,
      'POST /jobs/retries',
      `DELETE /jobs/${id}`,
      'GET /payload-jobs/run',
      'GET /payload-jobs/handle-schedules',
      'GET /payload-jobs',
      `GET /payload-jobs/${id}`,
      `PATCH /payload-jobs/${id}`,
      `DELETE /payload-jobs/${id}`,
      'POST /payload-jobs',
    ] as const

  test('nobody but an administrator reads or changes the queue, ours or Payload’s', async () => {
    const id = await aJob({ state: 'failed', input: { id: 'nobody-sees-this' } })
    for (const as of [undefined, mia, ann, eve, dan]) {
      for (const line of lines(id)) {
        const answer = await rest(line, { as })
        expect(answer.status, `${as?.name} ${line}`).toBeGreaterThanOrEqual(401)
        expect(answer.bytes.toString(), `${as?.name} ${line}`).not.toContain('nobody-sees-this')
        expect(codeOf(answer), `${as?.name} ${line}`).toMatch(/^[A-Z_]+$/)
      }
    }
    const { body } = await rest(`GET /jobs/${id}`, { as: ada })
    expect(body.job).toMatchObject({ state: 'failed' })
  })

  test('an administrator may not write rows of the queue either: only its verbs', async () => {
    const id = await aJob({ state: 'done' })
    for (const line of [
      'POST /payload-jobs',
      `PATCH /payload-jobs/${id}`,
      `DELETE /payload-jobs/${id}`,
    ] as const)
      expect((await rest(line, { as: ada, body: { hasError: true } })).status).toBe(403)
  })
})

describe('invalid', () => {
  test('an unknown state, a crooked cursor and an id that is none are said so', async () => {
    for (const line of [
      'GET /jobs?state=lost',
      'GET /jobs?cursor=abc',
      'GET /jobs?limit=1000',
      'GET /jobs/12',
    ] as const) {
      const answer = await rest(line, { as: ada })
      expect([answer.status, codeOf(answer)], line).toEqual([400, 'INVALID_INPUT'])
    }
  })

  test('a job that is not there is not found', async () => {
    for (const line of [
      `GET /jobs/${nowhere}`,
      `POST /jobs/${nowhere}/retries`,
      `DELETE /jobs/${nowhere}`,
    ] as const) {
      const answer = await rest(line, { as: ada })
      expect([answer.status, codeOf(answer)], line).toEqual([404, 'NOT_FOUND'])
    }
  })

  test.each(['waiting', 'later', 'running', 'done', 'cancelled'] as const)(
    'a job that is %s is not tried again',
    async (state) => {
      const id = await aJob({ state })
      const answer = await rest(`POST /jobs/${id}/retries`, { as: ada })
      expect([answer.status, codeOf(answer)]).toEqual([409, 'JOB_NOT_FAILED'])
      expect(answer.body.errors?.[0]?.data).toEqual({ state })
    },
  )

  test.each(['failed', 'done', 'cancelled'] as const)('a job that is %s is not cancelled', async (state) => {
    const id = await aJob({ state })
    const answer = await rest(`DELETE /jobs/${id}`, { as: ada })
    expect([answer.status, codeOf(answer)]).toEqual([409, 'JOB_OVER'])
  })
})

describe('done, and done twice', () => {
  test('a failed job is tried again, once', async () => {
    const article = await anArticle({ title: 'A market maker’s Tuesday' })
    const input = { collection: 'content', id: article.id, action: 'publish' }
    const id = await aJob({ state: 'failed', task: 'publishDocument', queue: 'publishing', input, tries: 5 })
    const answer = await rest(`POST /jobs/${id}/retries`, { as: ada })
    expect(answer.status).toBe(201)
    expect(answer.body.job).toMatchObject({ id, state: 'waiting', tries: 0 })
    const again = await rest(`POST /jobs/${id}/retries`, { as: ada })
    expect([again.status, codeOf(again)]).toEqual([409, 'JOB_NOT_FAILED'])
    const { body } = await rest(`GET /jobs/${id}`, { as: ada })
    const { history } = body.job as { history: { isBeforeRetry: boolean }[] }
    expect(history.map(({ isBeforeRetry }) => isBeforeRetry)).toEqual([true, true, true, true, true])
  })

  test('all failed jobs of a task are tried again, and others are left alone', async () => {
    const ours = [await aJob({ state: 'failed', task: 'two' }), await aJob({ state: 'failed', task: 'two' })]
    const other = await aJob({ state: 'failed', task: 'three' })
    const cancelled = await aJob({ state: 'cancelled', task: 'two' })
    expect((await rest('POST /jobs/retries', { as: ada, body: { task: 'two' } })).body).toEqual({
      retried: 2,
    })
    expect((await rest('POST /jobs/retries', { as: ada, body: { task: 'two' } })).body).toEqual({
      retried: 0,
    })
    const states = await Promise.all(
      [...ours, other, cancelled].map(async (id) => (await rest(`GET /jobs/${id}`, { as: ada })).body.job),
    )
    expect(states).toMatchObject([
      { state: 'waiting' },
      { state: 'waiting' },
      { state: 'failed' },
      { state: 'cancelled' },
    ])
  })

  test('what waits or runs is cancelled, once, and stays in the history', async () => {
    for (const state of ['waiting', 'later', 'running'] as const) {
      const id = await aJob({ state })
      const answer = await rest(`DELETE /jobs/${id}`, { as: ada })
      expect([answer.status, answer.body.job]).toMatchObject([200, { state: 'cancelled' }])
      expect(codeOf(await rest(`DELETE /jobs/${id}`, { as: ada }))).toBe('JOB_OVER')
    }
  })

  test('the summary has counts, queues, rates and workers', async () => {
    await aWorker({ host: 'press-9' })
    const { status, body } = await rest('GET /jobs/summary?span=day', { as: ada })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      counts: { failed: expect.any(Number) },
      rates: { span: 'day', stepSeconds: 900 },
      workers: [{ host: 'press-9', state: 'working' }],
    })
  })

  test('the list goes on where its cursor says', async () => {
    for (let count = 0; count < 3; count += 1) await aJob({ state: 'done', task: 'listed' })
    const first = await rest('GET /jobs?state=done&task=listed&limit=2', { as: ada })
    const next = await rest(`GET /jobs?state=done&task=listed&limit=2&cursor=${first.body.nextCursor}`, {
      as: ada,
    })
    expect([first.body.jobs, next.body.jobs]).toMatchObject([{ length: 2 }, { length: 1 }])
    expect(next.body.nextCursor).toBeNull()
  })
})
