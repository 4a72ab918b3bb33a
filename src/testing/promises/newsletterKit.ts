/** Signing up for the newsletter in tests: as readers and strangers do it, and what the outbox has of it. */
import { afterEach, expect } from 'vitest'
import { setClock } from '@/src/platform/clock'
import { type Answer, rest, testPayload } from '../harness'
import { mailsTo, run } from './publicationKit'

let count = 0
export const anAddress = () => `reader-${++count}@example.com`
export const aVisitor = () => `192.0.2.${++count}`
export const hours = (number: number) => new Date(Date.now() + number * 3_600_000)

let resetClock = () => {}
afterEach(() => {
  resetClock()
  resetClock = () => {}
})

export function setTime(moment: Date) {
  resetClock()
  resetClock = setClock(() => moment)
}

export function signUp(
  email: unknown,
  more: Record<string, unknown> = {},
  from = aVisitor(),
): Promise<Answer> {
  return rest('POST /subscribers/sign-ups', { body: { email, ...more }, headers: { 'x-real-ip': from } })
}

export const refusal = ({ status, body }: Answer) => [status, body.errors?.[0]?.code]

export async function stored(email: string) {
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
export async function lettersTo(email: string): Promise<string[]> {
  await run('email')
  return mailsTo(email).map((mail) => mail.replaceAll('=3D', '='))
}

export const tokenIn = (mail = '') => /\/newsletter\/confirm\?token=([\w.%-]+)/.exec(mail)?.[1] ?? ''
export const exitIn = (mail = '') =>
  /^List-Unsubscribe:\s*<([^>]+)>/m.exec(mail.replace(/\r?\n[ \t]+/g, ' '))?.[1] ?? ''

export const confirm = (token: string) => rest('POST /subscribers/confirmations', { body: { token } })
export const leave = (token: string) => rest('POST /subscribers/unsubscriptions', { body: { token } })

export async function aReader(email = anAddress()) {
  await signUp(email)
  const [mail = ''] = await lettersTo(email)
  await confirm(tokenIn(mail))
  return { email, mail, exit: new URL(exitIn(mail)).searchParams.get('token') ?? '' }
}
