import { expect, test } from 'vitest'
import { aJob } from '@/src/domains/automation/factories'
import { cast, requestOf } from '@/src/testing/harness'
import { readFailures } from './readFailures'

const { ada, eve } = cast()

test('failed jobs are told in sentences, to administrators alone', async () => {
  await aJob({ state: 'failed', task: 'pruneJobs', tries: 3, message: 'The disk is full' })
  await aJob({ state: 'cancelled' })
  expect(await readFailures(await requestOf(eve))).toEqual({ total: 0, jobs: [] })
  const { total, jobs } = await readFailures(await requestOf(ada))
  expect(total).toBe(1)
  expect(jobs.map(({ sentence }) => sentence)).toEqual([
    'Clearing away old jobs failed after 3 tries: The disk is full.',
  ])
})
