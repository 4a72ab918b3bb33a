import { expect, test } from 'vitest'
import { cast, requestOf, testPayload } from '@/src/testing/harness'
import { readFailedJobs } from './readFailedJobs'

const { ada, eve } = cast()

test('a failed job is told in a sentence, to administrators alone', async () => {
  const payload = await testPayload()
  await payload.create({
    collection: 'payload-jobs',
    data: {
      taskSlug: 'makeRenditions',
      input: { id: 'a-picture' },
      hasError: true,
      totalTried: 3,
      error: { message: 'The file is gone' },
    },
    depth: 0,
    overrideAccess: true,
  })
  expect(await readFailedJobs(await requestOf(eve))).toEqual({ total: 0, jobs: [] })
  const { total, jobs } = await readFailedJobs(await requestOf(ada))
  expect(total).toBe(1)
  expect(jobs[0]).toMatchObject({
    sentence: '“Draw the sizes of a picture” failed after 3 tries.',
    cause: 'The file is gone',
    input: '{"id":"a-picture"}',
  })
})
