/** What signing up for the newsletter promises: from the form to the mail, and out again. */
import pg from 'pg'
import { afterEach, expect, test, vi } from 'vitest'
import { aSubscriber } from '@/src/domains/automation/factories'
import { hourlySignUps } from '@/src/domains/automation/newsletter/requestSubscription'
import { sealOf } from '@/src/domains/automation/newsletter/seals'
import { setClock } from '@/src/platform/clock'
import { env, setEnv } from '@/src/platform/env'
import { type Answer, cast, graphql, rest, testPayload } from '../harness'
import { mailsTo, query, run } from './publicationKit'

let count = 0
const anAddress = () => `reader-${++count}@example.com`
const aVisitor = () => `192.0.2.${++count}`
const hours = (number: number) => new Date(Date.now() + number * 3_600_000)

let resetClock = () => {}
afterEach(() => {
  resetClock()
  resetClock = () => {}
})

function setTime(moment: Date) {
  resetClock()
  resetClock = setClock(() => moment)
}

function signUp(email: unknown, more: Record<string, unknown> = {}, from = aVisitor()): Promise<Answer> {
  return rest('POST /subscribers/sign-ups', { body: { email, ...more }, headers: { 'x-real-ip': from } })
}

const refusal = ({ status, body }: Answer) => [status, body.errors?.[0]?.code]

async function stored(email: string) {
  const payload = await testPayload()
  const { docs } = await payload.find({
    collection: 'subscribers',
    where: { email: { equals: email } },
    overrideAccess: true,
  })
  expect(docs.length).toBeLessThanOrEqual(1)
  return docs[0]
}

/** Lets the job do its work, and gives back the mails as they are read. */
async function lettersTo(email: string): Promise<string[]> {
  await run('email')
  return mailsTo(email).map((mail) => mail.replaceAll('=3D', '='))
}

const tokenIn = (mail = '') => /\/newsletter\/confirm\?token=([\w.%-]+)/.exec(mail)?.[1] ?? ''
const exitIn = (mail = '') =>
  /^List-Unsubscribe:\s*<([^>]+)>/m.exec(mail.replace(/\r?\n[ \t]+/g, ' '))?.[1] ?? ''

const confirm = (token: string) => rest('POST /subscribers/confirmations', { body: { token } })
const leave = (token: string) => rest('POST /subscribers/unsubscriptions', { body: { token } })

async function countStatements(ask: () => Promise<Answer>) {
  const asked = vi.spyOn(pg.Client.prototype, 'query')
  const answer = await ask()
  const statements = asked.mock.calls.length
  asked.mockRestore()
  return { answer, statements }
}

async function aReader(email = anAddress()) {
  await signUp(email)
  const [mail = ''] = await lettersTo(email)
  await confirm(tokenIn(mail))
  return { email, mail, exit: new URL(exitIn(mail)).searchParams.get('token') ?? '' }
}

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

test('a reader who answers the mail is subscribed, and leaves by one click', async () => {
  const email = anAddress()
  const wording = 'Never miss an article\nEvery Friday.'
  const answer = await signUp(` ${email.toUpperCase()} `, {
    page: '/articles/an-article',
    locale: 'de',
    wording,
    seal: sealOf('wording', wording),
  })
  expect([answer.status, answer.body]).toEqual([202, { state: 'asked' }])
  expect(await stored(email)).toMatchObject({
    state: 'pending',
    locale: 'de',
    consent: { page: '/articles/an-article', wording },
  })

  const [mail = '', ...more] = await lettersTo(email)
  expect(more).toEqual([])
  expect(mail).toMatch(/^Subject: Confirm your subscription to /m)
  expect(mail).toContain('Content-Type: text/plain')
  expect(mail).toContain('Content-Type: text/html')
  expect(mail).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click/m)
  expect((await stored(email))?.mailedAt).toBeTruthy()

  expect((await confirm(tokenIn(mail))).body).toEqual({ state: 'active' })
  expect((await confirm(tokenIn(mail))).body).toEqual({ state: 'active' })
  const active = await stored(email)
  expect(active).toMatchObject({ state: 'active' })
  expect(active?.confirmedAt).toBeTruthy()

  const exit = exitIn(mail)
  expect(exit).toContain(`${env.SITE_URL}/api/subscribers/unsubscriptions?token=`)
  const oneClick = await rest(`POST ${exit.slice(`${env.SITE_URL}/api`.length)}` as 'POST /', {
    body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
  })
  expect([oneClick.status, oneClick.body]).toEqual([200, { state: 'unsubscribed' }])
  const gone = await stored(email)
  expect(gone).toMatchObject({ state: 'unsubscribed' })
  const form = new FormData()
  form.set('List-Unsubscribe', 'One-Click')
  const again = await rest(`POST ${exit.slice(`${env.SITE_URL}/api`.length)}` as 'POST /', { body: form })
  expect(again.status).toBe(200)
  expect((await stored(email))?.unsubscribedAt).toBe(gone?.unsubscribedAt)
})

test('who left may come back, by a new mail and no old one', async () => {
  const { email, mail, exit } = await aReader()
  await leave(exit)
  expect(refusal(await confirm(tokenIn(mail)))).toEqual([404, 'LINK_UNKNOWN'])
  setTime(hours(7))
  await signUp(email)
  expect(await stored(email)).toMatchObject({ state: 'unsubscribed' })
  const letters = await lettersTo(email)
  expect(letters).toHaveLength(2)
  const fresh = letters.map(tokenIn).find((token) => token !== tokenIn(mail)) ?? ''
  expect((await confirm(fresh)).body).toEqual({ state: 'active' })
  expect(await stored(email)).toMatchObject({ state: 'active', unsubscribedAt: null })
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

test('every mail of an unanswered sign-up works, and after a week none', async () => {
  const email = anAddress()
  await signUp(email)
  await lettersTo(email)
  setTime(hours(7))
  await signUp(email)
  const letters = await lettersTo(email)
  expect(letters).toHaveLength(2)
  setTime(hours(8 * 24))
  for (const letter of letters) expect(refusal(await confirm(tokenIn(letter)))).toEqual([410, 'LINK_EXPIRED'])
  setTime(hours(6 * 24))
  expect((await confirm(tokenIn(letters[0]))).status).toBe(200)
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

test('a forgotten address is gone: its links lead nowhere, and its mail is not sent', async () => {
  const email = anAddress()
  await signUp(email)
  const { id = '' } = (await stored(email)) ?? {}
  expect((await rest(`DELETE /subscribers/${id}`, { as: cast().eve })).status).toBe(200)
  expect(await lettersTo(email)).toEqual([])
  const jobs = await query('select input::text, error::text from payload_jobs where task_slug = $1', [
    'mailConfirmation',
  ])
  expect(JSON.stringify(jobs)).not.toContain('@example.com')
  expect(JSON.stringify(jobs)).toContain(id)
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

test('a form without a script is led to a page that says what became of it', async () => {
  const email = anAddress()
  const send = (fields: Record<string, string>) =>
    rest('POST /subscribers/sign-ups', {
      body: new URLSearchParams({ page: '/', wording: 'A\r\nB', seal: sealOf('wording', 'A\nB'), ...fields }),
      headers: { 'x-real-ip': aVisitor(), origin: env.SITE_URL },
    })
  const sent = await send({ email })
  expect([sent.status, sent.headers.get('location')]).toEqual([303, '/newsletter/sign-up?answer=sent'])
  expect(await stored(email)).toMatchObject({ consent: { page: '/', wording: 'A\nB' } })
  const wrong = await send({ email: 'mo@localhost' })
  expect([wrong.status, wrong.headers.get('location')]).toEqual([303, '/newsletter/sign-up?answer=address'])

  const [mail] = await lettersTo(email)
  const token = tokenIn(mail)
  const confirmed = await rest('POST /subscribers/confirmations', { body: new URLSearchParams({ token }) })
  expect([confirmed.status, confirmed.headers.get('location')]).toEqual([
    303,
    `/newsletter/confirm?token=${token}`,
  ])
  expect(await stored(email)).toMatchObject({ state: 'active' })
  const exit = new URL(exitIn(mail)).searchParams.get('token') ?? ''
  const opened = await rest(`GET /subscribers/unsubscriptions?token=${exit}`)
  expect([opened.status, opened.headers.get('location')]).toEqual([
    303,
    `/newsletter/unsubscribe?token=${exit}`,
  ])
  expect(await stored(email)).toMatchObject({ state: 'active' })
  await rest('POST /subscribers/unsubscriptions', { body: new URLSearchParams({ token: exit }) })
  expect(await stored(email)).toMatchObject({ state: 'unsubscribed' })
})

test('words that the site never showed are not kept as what a reader agreed to', async () => {
  const email = anAddress()
  await signUp(email, { wording: 'Buy now: spam.example\0', seal: sealOf('wording', 'Other words') })
  expect(await stored(email)).toMatchObject({ consent: { wording: null } })
})

test('a site that has no newsletter, or cannot send mail, takes nobody’s address', async () => {
  const email = anAddress()
  await rest('POST /globals/site-settings', { as: cast().ada, body: { readersMaySignUp: false } })
  expect(refusal(await signUp(email))).toEqual([409, 'SIGN_UP_CLOSED'])
  await rest('POST /globals/site-settings', { as: cast().ada, body: { readersMaySignUp: true } })
  const local = env.SITE_URL
  setEnv({ APP_ENV: 'production', SITE_URL: 'https://news.example' })
  expect(refusal(await signUp(email))).toEqual([409, 'SIGN_UP_CLOSED'])
  setEnv({ APP_ENV: 'development', SITE_URL: local })
  expect((await signUp(email)).status).toBe(202)
  expect(await stored(email)).toBeDefined()
})

test('addresses that were never confirmed are forgotten after a month, all others stay', async () => {
  const { email } = await aReader()
  const silent = anAddress()
  await signUp(silent)
  const payload = await testPayload()
  const { pruneSubscribers } = await import('@/src/domains/automation/newsletter/pruneSubscribers')
  await pruneSubscribers({ payload } as never)
  expect(await stored(silent)).toBeDefined()
  setTime(hours(31 * 24))
  expect((await pruneSubscribers({ payload } as never)).forgotten).toBeGreaterThan(0)
  expect(await stored(silent)).toBeUndefined()
  expect(await stored(email)).toMatchObject({ state: 'active' })
})
