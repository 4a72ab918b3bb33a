import { expect, test } from 'vitest'
import { fitListAddress } from '@/src/platform/admin/fitListAddress'
import { testPayload } from '../harness'

async function ledTo(address: string): Promise<string | undefined> {
  const { pathname, searchParams } = new URL(address, 'http://site/admin/')
  const [, , ...segments] = pathname.split('/')
  return fitListAddress(await testPayload(), { segments, searchParams: Object.fromEntries(searchParams) })
}

const list = 'collections/content'
const plain = `/admin/${list}`

test.each([
  'page=99999999999999999999',
  'page=-1',
  'page=1.5',
  'limit=-5',
  'limit=0',
  'limit=2.5',
  'limit=100000',
  'sort=zz',
  'sort=-zz',
  'sort[a]=title',
  'sort=user.hash',
  'search=%00',
  'search[]=a',
  'where=abc',
  'where[]=abc',
  'where[title]=abc',
  'where[title][like]=%00',
  'where[and]=abc',
  'where[or][a][title][like]=b',
  'where[or][0][and][0][publishedAt][greater_than]=zzz',
  'where[or][0][and][0][tags][equals]=zz',
  'where[or][0][and][0][title][near]=1',
  'where[or][0][and][0][zz][equals]=1',
  'columns=abc',
  'columns=[null]',
  'queryByGroup=abc',
])('a list without %s is what can be shown', async (search) => {
  expect(await ledTo(`${list}?${search}`)).toBe(plain)
  expect(await ledTo(`${list}/trash?${search}`)).toBe(`${plain}/trash`)
  expect(await ledTo(`${list}?${search}&notFound=1`)).toBe(`${plain}?notFound=1`)
})

test.each([
  '',
  'page=2&limit=50&sort=-publishedAt&search=a%20b',
  'page=0&limit=&sort=&search=&where=',
  'limit=abc&page=abc',
  'sort=seo.title',
  'sort=id',
  'sort=title,-createdAt',
  'columns=["title","-slug"]',
  'columns[]=title',
  'where[or][0][and][0][publishedAt][greater_than]=2026-01-01T00:00:00.000Z',
  'where[or][0][and][0][title][like]=a&where[or][0][and][1][tags][exists]=false&where[or][1][and][0][_status][equals]=draft',
  'where[title][like]=a',
  'preset=&groupBy=title&depth=3&locale=en',
])('a list with “%s” stays as it is', async (search) => {
  expect(await ledTo(`${list}?${search}`)).toBeUndefined()
})

test('what is no list is left alone', async () => {
  for (const path of [
    '',
    'login',
    'collections',
    'collections/zz',
    `${list}/create`,
    `${list}/trash/1`,
    'account',
  ])
    expect(await ledTo(`${path}?page=-1`)).toBeUndefined()
})
