import { expect, test } from 'vitest'
import { aWorker } from '@/src/domains/automation/factories'
import { anArticle } from '@/src/domains/publishing/factories'
import { cast, requestOf, testPayload } from '@/src/testing/harness'
import { readChecklist } from './readChecklist'

const { ada, eve, ann } = cast()

async function doneFor(actor: typeof ada): Promise<Record<string, boolean>> {
  const items = await readChecklist(await requestOf(actor))
  return Object.fromEntries(items.map(({ key, isDone }) => [key, isDone]))
}

test('authors and editors are asked for nothing that only administrators can do', async () => {
  expect(Object.keys(await doneFor(ann))).toEqual(['article'])
  expect(Object.keys(await doneFor(eve))).toEqual(['profile', 'article'])
})

test('on the first day an administrator has everything to do but what the accounts brought', async () => {
  expect(await doneFor(ada)).toMatchObject({
    name: false,
    logo: false,
    demo: true,
    address: false,
    mail: false,
    worker: false,
    profile: true,
    article: false,
  })
})

test('each step is done by doing it', async () => {
  const payload = await testPayload()
  await payload.updateGlobal({
    slug: 'site-settings',
    data: { name: 'The Ledger' },
    depth: 0,
    overrideAccess: true,
  })
  await aWorker()
  await anArticle({ user: ada.id })
  expect(await doneFor(ada)).toMatchObject({ name: true, worker: true, article: true })
})

test('an article that was only begun is not a first article', async () => {
  await anArticle({ title: undefined, user: ann.id })
  expect(await doneFor(ann)).toEqual({ article: false })
})
