/** What the newsletter’s open form keeps strangers from: floods, other people’s mailboxes, and who subscribes. */
import pg from 'pg'
import { expect, test, vi } from 'vitest'
import { aSubscriber } from '@/src/domains/automation/factories'
import { hourlySignUps } from '@/src/domains/automation/newsletter/requestSubscription'
import { sealOf } from '@/src/domains/automation/newsletter/seals'
import { type Answer, cast, graphql, rest } from '../harness'
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

test('what is no address is refused with the field named, and nothing is kept', async () => {
  const wrong = [
    undefined,
    '',
    'mo',
    'mo@localhost',
    'mo@example.com\r\nBcc: all@example.com',
    'mo\0@example.com',
    `${'x'.repeat(10_000)}@example.com`,
    { $ne: '' },
    ['mo@example.com'],
  ]
  const before = await query('select count(*) from subscribers')
  for (const email of wrong) {
    const answer = await signUp(email)
    expect(refusal(answer), JSON.stringify(email)?.slice(0, 60)).toEqual([400, 'INVALID_INPUT'])
    expect(answer.body.errors?.[0]?.data).toMatchObject({ issues: [{ path: 'email' }] })
  }
  for (const more of [{ page: 'https://spam.example' }, { page: '/a\0b' }, { locale: 'x'.repeat(99) }])
    expect(refusal(await signUp(anAddress(), more))).toEqual([400, 'INVALID_INPUT'])
  expect(await query('select count(*) from subscribers')).toEqual(before)
})

test('a page of another site signs nobody up', async () => {
  const email = anAddress()
  const answer = await rest('POST /subscribers/sign-ups', {
    body: { email },
    headers: { origin: 'https://elsewhere.example' },
  })
  expect(refusal(answer)).toEqual([403, 'ORIGIN_REFUSED'])
  expect(await stored(email)).toBeUndefined()
})

test('a machine that fills every field is told what it hopes to hear, and nothing is kept', async () => {
  const email = anAddress()
  const answer = await signUp(email, { website: 'https://spam.example' })
  expect([answer.status, answer.body]).toEqual([202, { state: 'asked' }])
  expect(await stored(email)).toBeUndefined()
})

test('known addresses are answered like unknown ones at the same cost, and keep what is theirs', async () => {
  const { email } = await aReader()
  const before = await stored(email)
  setTime(hours(48))
  const known = await countStatements(() => signUp(email, { locale: 'fr', page: '/elsewhere' }))
  const unknown = await countStatements(() => signUp(anAddress()))
  expect(known.statements).toBe(unknown.statements)
  expect([known.answer.status, known.answer.body]).toEqual([unknown.answer.status, unknown.answer.body])
  expect(await lettersTo(email)).toHaveLength(1)
  expect(await stored(email)).toEqual(before)
})

test('strangers do not fill a mailbox: each further mail waits longer', async () => {
  const email = anAddress()
  const start = Date.now()
  const mailedAfter: number[] = []
  for (let hour = 0; hour <= 48; hour += 1) {
    setTime(new Date(start + hour * 3_600_000))
    const known = (await lettersTo(email)).length
    await Promise.all([signUp(email), signUp(email)])
    if ((await lettersTo(email)).length > known) mailedAfter.push(hour)
  }
  expect(mailedAfter).toEqual([0, 6, 18, 42])
  expect(await lettersTo(email)).toHaveLength(4)
})

test('forged links open nothing', async () => {
  const { id } = await aSubscriber({ email: anAddress() })
  const { mail, exit } = await aReader()
  const token = tokenIn(mail)
  const [known = '', expires = '', seal = ''] = token.split('.')
  const forged = [
    '',
    'x',
    id,
    `${id}.${expires}.${seal}`,
    `${known}.${expires}0.${seal}`,
    `${known}.${expires}.${seal.slice(0, -2)}`,
    exit,
    `${token}\0`,
    'x'.repeat(200),
  ]
  for (const each of forged) expect(refusal(await confirm(each)), each).toEqual([404, 'LINK_UNKNOWN'])
  for (const each of ['', token, `${id}.${exit.split('.')[1]}`])
    expect(refusal(await leave(each)), each).toEqual([404, 'LINK_UNKNOWN'])
  expect(refusal(await leave('x'.repeat(10_000)))).toEqual([400, 'INVALID_INPUT'])
  expect(refusal(await rest('POST /subscribers/confirmations', { body: {} }))).toEqual([400, 'INVALID_INPUT'])
})

test('nobody reads who subscribes but editors, on no way', async () => {
  const email = anAddress()
  await signUp(email)
  const { mia, ann, eve } = cast()
  for (const as of [undefined, mia, ann]) {
    const list = await rest('GET /subscribers', { as })
    expect(list.status === 200 ? list.body.docs : []).toEqual([])
    const asked = await graphql('{ Subscribers { docs { email } } }', { as })
    expect(JSON.stringify(asked.body)).not.toContain('@example.com')
  }
  const seen = await rest(`GET /subscribers?where[email][equals]=${email}`, { as: eve })
  expect(seen.body.docs).toMatchObject([{ email, state: 'pending' }])
  expect(seen.body.docs?.[0]).not.toHaveProperty('askedAt')
})

test('one visitor may sign up a few times an hour, from all of a household’s addresses', async () => {
  const from = (last: number) => `2001:db8:1:2::${last.toString(16)}`
  for (let sent = 1; sent <= hourlySignUps.visitor; sent += 1)
    expect((await signUp(anAddress(), {}, from(sent))).status).toBe(202)
  const email = anAddress()
  expect(refusal(await signUp(email, {}, from(99)))).toEqual([429, 'TOO_MANY_SIGN_UPS'])
  expect(await stored(email)).toBeUndefined()
  expect((await signUp(email, {}, '2001:db8:1:3::1')).status).toBe(202)
  expect(JSON.stringify(await query('select * from visitor_turns'))).not.toContain('2001:')
})

test('words that the site never showed are not kept as what a reader agreed to', async () => {
  const email = anAddress()
  await signUp(email, { wording: 'Buy now: spam.example\0', seal: sealOf('wording', 'Other words') })
  expect(await stored(email)).toMatchObject({ consent: { wording: null } })
})

async function countStatements(ask: () => Promise<Answer>) {
  const asked = vi.spyOn(pg.Client.prototype, 'query')
  const answer = await ask()
  const statements = asked.mock.calls.length
  asked.mockRestore()
  return { answer, statements }
}
