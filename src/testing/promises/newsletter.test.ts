/** What signing up for the newsletter promises its readers: from the form to the mail, and out again. */
import { expect, test } from 'vitest'
import { sealOf } from '@/src/domains/automation/newsletter/seals'
import { env, setEnv } from '@/src/platform/env'
import { cast, rest, testPayload } from '../harness'
import {
  anAddress,
  aReader,
  aVisitor,
  confirm,
  exitIn,
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
