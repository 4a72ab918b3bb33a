/** What editors do with who subscribed: take the list elsewhere, and let a reader go who asked them to. */
import { expect, test } from 'vitest'
import { aSubscriber } from '@/src/domains/automation/factories'
import { cast, rest } from '../harness'
import {
  anAddress,
  aReader,
  confirm,
  hours,
  leave,
  lettersTo,
  refusal,
  setTime,
  signUp,
  stored,
  tokenIn,
} from './newsletterKit'
import { query } from './publicationKit'

const linesOf = (bytes: Buffer) => bytes.toString('utf8').split('\r\n')

test('nobody but editors takes the list, or lets a reader go', async () => {
  const { email } = await aReader()
  const { id = '' } = (await stored(email)) ?? {}
  const { mia, ann, dan } = cast()
  for (const as of [undefined, mia, ann, dan]) {
    for (const line of [
      'GET /subscribers/table',
      'GET /subscribers/table?where=all',
      `POST /subscribers/${id}/unsubscriptions`,
    ] as const) {
      const answer = await rest(line, { as })
      expect(answer.status, line).toBeGreaterThanOrEqual(401)
      expect(answer.bytes.toString()).not.toContain(email)
    }
  }
  expect(await stored(email)).toMatchObject({ state: 'active' })
})

test('what is no field, or one that nobody reads, is refused before there is a file', async () => {
  const { eve } = cast()
  for (const where of ['where[askedAt][exists]=true', 'where[nothing][equals]=1']) {
    const answer = await rest(`GET /subscribers/table?${where}`, { as: eve })
    expect([answer.status, answer.headers.get('content-type')], where).toEqual([
      400,
      expect.stringContaining('json'),
    ])
  }
  expect(refusal(await rest('GET /subscribers/table?where=all', { as: eve }))).toEqual([400, 'INVALID_INPUT'])
})

test('the list is downloaded as a table that a spreadsheet reads and never runs', async () => {
  const { email } = await aReader()
  const formula = `=cmd-${anAddress()}`
  await aSubscriber({
    email: formula,
    locale: 'de',
    consent: { page: '/articles/a', wording: 'Every “Friday”,\nno spam' },
  })
  const answer = await rest('GET /subscribers/table', { as: cast().eve })
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(answer.headers.get('content-disposition')).toMatch(
    /^attachment; filename="subscribers-\d{4}-\d\d-\d\d\.csv"$/,
  )
  expect(answer.headers.get('cache-control')).toContain('no-store')
  const lines = linesOf(answer.bytes)
  expect(lines[0]).toBe(
    '\uFEFFemail,state,language,signedUpAt,signedUpOn,agreedTo,confirmedAt,unsubscribedAt,lastAskedAt,unsubscribeLink',
  )
  expect(lines.find((line) => line.startsWith(`${email},active,en,`))).toBeDefined()
  expect(lines.find((line) => line.startsWith(`'${formula},pending,de,`))).toContain(
    '/articles/a,"Every “Friday”,\nno spam"',
  )
})

test('the link in the table is the reader’s own way out', async () => {
  const { email } = await aReader()
  const { bytes } = await rest(`GET /subscribers/table?where[email][equals]=${email}`, { as: cast().eve })
  const [, line = '', ...more] = linesOf(bytes)
  expect(more).toEqual([''])
  await leave(/token=([\w.-]+)$/.exec(line)?.[1] ?? '')
  expect(await stored(email)).toMatchObject({ state: 'unsubscribed' })
})

test('a long list comes whole, each reader once, and one state alone where that is asked', async () => {
  await query(
    `insert into subscribers (id, email, state, locale, created_at, updated_at)
     select uuidv7(), 'many-' || n || '@example.com', 'unsubscribed', 'en', now(), now() from generate_series(1, 2500) n`,
  )
  const { bytes } = await rest('GET /subscribers/table?where[state][equals]=unsubscribed', { as: cast().ada })
  const [, ...rows] = linesOf(bytes).slice(0, -1)
  const many = rows.filter((row) => row.startsWith('many-'))
  expect([many.length, new Set(many).size]).toEqual([2500, 2500])
  expect(rows.filter((row) => !row.includes(',unsubscribed,'))).toEqual([])
})

test('an editor lets a reader go, once, and what the reader agreed to stays', async () => {
  const { email, mail } = await aReader()
  const before = await stored(email)
  const { eve } = cast()
  const end = () => rest(`POST /subscribers/${before?.id}/unsubscriptions`, { as: eve })
  expect((await end()).body).toEqual({ state: 'unsubscribed' })
  const after = await stored(email)
  expect(after).toMatchObject({
    state: 'unsubscribed',
    consent: before?.consent,
    confirmedAt: before?.confirmedAt,
  })
  expect(after?.unsubscribedAt).toBeTruthy()
  setTime(hours(1))
  expect((await end()).status).toBe(200)
  expect((await stored(email))?.unsubscribedAt).toBe(after?.unsubscribedAt)
  expect(refusal(await confirm(tokenIn(mail)))).toEqual([404, 'LINK_UNKNOWN'])
  expect(
    refusal(
      await rest('POST /subscribers/0199a000-0000-7000-8000-000000000000/unsubscriptions', { as: eve }),
    ),
  ).toEqual([404, 'NOT_FOUND'])
})

test('a reader who is let go before the mail that asks leaves gets none', async () => {
  const email = anAddress()
  await signUp(email)
  const { id = '' } = (await stored(email)) ?? {}
  await rest(`POST /subscribers/${id}/unsubscriptions`, { as: cast().eve })
  expect(await lettersTo(email)).toEqual([])
})
