import { afterEach, expect, test, vi } from 'vitest'
import { aUser } from '@/src/domains/accounts/factories'
import { cast, requestOf, testPayload } from '@/src/testing/harness'
import { aNotification } from '../factories'
import { sendNotification } from './sendNotification'

afterEach(() => vi.restoreAllMocks())

async function aLetter(user = cast().ann.id) {
  return aNotification({ user, channel: 'email', status: 'pending', body: 'Words.', link: '/admin' })
}

async function send(id: string) {
  return sendNotification(await requestOf(), { id })
}

async function stored(id: string) {
  const payload = await testPayload()
  return payload.findByID({ collection: 'notifications', id, depth: 0, overrideAccess: true })
}

/** The mail server, as it answers. */
async function postman(answer: () => Promise<unknown> = async () => {}) {
  const mail = vi.spyOn(await testPayload(), 'sendEmail')
  mail.mockClear()
  return mail.mockImplementation(answer)
}

const failure = (message: string, facts: object) => async () => {
  throw Object.assign(new Error(message), facts)
}

test('a mail goes out once, with the address of the page, however often the job runs', async () => {
  const mail = await postman()
  const { id } = await aLetter()
  expect(await send(id)).toEqual({ isSent: true })
  expect(await send(id)).toEqual({ isSent: false })
  expect(mail.mock.calls).toEqual([
    [
      {
        to: 'ann@example.com',
        subject: 'Something happened',
        text: 'Words.\n\nhttp://localhost:3000/admin',
      },
    ],
  ])
  expect(await stored(id)).toMatchObject({ status: 'sent', error: null })
})

test('two workers at once send one mail', async () => {
  const mail = await postman()
  const { id } = await aLetter()
  const outcomes = await Promise.all(
    [send(id), send(id), send(id), send(id)].map((sent) => sent.catch(() => null)),
  )
  expect(outcomes.filter((outcome) => outcome?.isSent)).toHaveLength(1)
  expect(mail).toHaveBeenCalledTimes(1)
})

test('a mail that certainly did not leave is tried again', async () => {
  const { id } = await aLetter()
  const reasons = [
    failure('connect ECONNREFUSED', { code: 'ESOCKET', syscall: 'connect', command: 'CONN' }),
    failure('Mailbox unavailable', { code: 'EENVELOPE', responseCode: 450, command: 'RCPT TO' }),
    failure('Message refused', { code: 'EMESSAGE', responseCode: 451, command: 'DATA' }),
  ]
  for (const reason of reasons) {
    await postman(reason)
    await expect(send(id)).rejects.toThrow()
    expect((await stored(id)).status).toBe('pending')
  }
  await postman()
  expect(await send(id)).toEqual({ isSent: true })
})

test('a mail of which nobody knows whether it left is not sent again', async () => {
  const lost = await aLetter()
  await postman(failure('Connection closed unexpectedly', { code: 'ECONNECTION', command: 'CONN' }))
  await expect(send(lost.id)).rejects.toMatchObject({ code: 'MAIL_UNCERTAIN' })

  const orphan = await aLetter()
  const payload = await testPayload()
  await payload.update({
    collection: 'notifications',
    id: orphan.id,
    data: { status: 'sending' },
    depth: 0,
    overrideAccess: true,
  })
  await expect(send(orphan.id)).rejects.toMatchObject({ code: 'MAIL_UNCERTAIN' })

  const mail = await postman()
  for (const { id } of [lost, orphan]) {
    expect(await send(id)).toEqual({ isSent: false })
    expect((await stored(id)).status).toBe('failed')
  }
  expect(mail).not.toHaveBeenCalled()
})

test('an account that was disabled meanwhile gets no mail', async () => {
  const mail = await postman()
  const user = await aUser({ disabledAt: '2026-01-01T00:00:00.000Z' })
  const { id } = await aLetter(user.id)
  expect(await send(id)).toEqual({ isSent: false })
  expect(mail).not.toHaveBeenCalled()
  expect((await stored(id)).status).toBe('failed')
})
