import { expect, test } from 'vitest'
import { tasks } from '@/src/domains/tasks'
import { jobWordsOf } from './jobWords'

test('every kind of job is said in words of its own', () => {
  const input = { collection: 'content', id: '1', action: 'publish', act: 'import' }
  const said = tasks.map(({ slug }) => jobWordsOf(slug, slug).say(input, () => '“X”'))
  expect(said.filter((sentence) => sentence.startsWith('“'))).toEqual([])
})

test('a task that nobody knows is said by its label and its document', () => {
  const { say } = jobWordsOf('countSheep', 'Count sheep')
  const titled = ({ id }: { id: string }) => `“Title of ${id}”`
  expect(say({}, titled)).toBe('“Count sheep”')
  expect(say({ collection: 'pages', id: '7' }, titled)).toBe('“Count sheep” for “Title of 7”')
  expect(say({ doc: { relationTo: 'pages', value: '7' } }, titled)).toBe('“Count sheep” for “Title of 7”')
})
