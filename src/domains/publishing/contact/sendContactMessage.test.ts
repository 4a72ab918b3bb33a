import { randomUUID } from 'node:crypto'
import { afterEach, expect, test, vi } from 'vitest'
import { cast, requestOf, rest, testPayload } from '@/src/testing/harness'
import { aPage } from '../factories'
import { mailContactMessage } from './mailContactMessage'
import { hourlyMessages, sendContactMessage } from './sendContactMessage'

afterEach(() => vi.restoreAllMocks())

async function aContactPage(email = 'letters@example.com') {
  const { layout, id } = await aPage({
    _status: 'published',
    layout: [{ blockType: 'contactForm', heading: 'Write to us', email }],
  })
  return { page: id, block: layout?.[0]?.id ?? '' }
}

const words = { name: 'Mo', email: 'mo@example.com', message: 'A word.', website: '' }

let addresses = 0
const anAddress = () => `192.0.2.${++addresses}`

async function messagesOf(name: string) {
  const payload = await testPayload()
  const { docs } = await payload.find({
    collection: 'contact-messages',
    where: { name: { equals: name } },
    overrideAccess: true,
  })
  return docs
}

test('a form that stands on no published page takes nothing', async () => {
  const { page } = await aContactPage()
  const draft = await aPage({ layout: [{ blockType: 'contactForm' }] })
  const req = await requestOf()
  for (const form of [
    { page, block: 'another' },
    { page: draft.id, block: draft.layout?.[0]?.id ?? '' },
    { page: randomUUID(), block: 'none' },
  ]) {
    const input = { ...words, ...form, name: 'Nowhere' }
    await expect(sendContactMessage(req, input, anAddress())).rejects.toMatchObject({ code: 'NOT_FOUND' })
  }
  expect(await messagesOf('Nowhere')).toEqual([])
})

test('a machine that fills every field is thanked, and nothing is kept', async () => {
  const form = await aContactPage()
  const input = { ...words, ...form, name: 'Machine', website: 'http://spam.example' }
  await sendContactMessage(await requestOf(), input, anAddress())
  expect(await messagesOf('Machine')).toEqual([])
})

test('a message is kept for editors and mailed once to the address of its form', async () => {
  const form = await aContactPage('desk@example.com')
  await sendContactMessage(await requestOf(), { ...words, ...form, name: 'Mo\r\nBcc: all' }, anAddress())
  const [message] = await messagesOf('Mo Bcc: all')
  expect(message).toMatchObject({ recipient: 'desk@example.com', message: 'A word.' })
  expect(JSON.stringify(message)).not.toContain('192.0.2')
  const mail = vi.spyOn(await testPayload(), 'sendEmail').mockResolvedValue(undefined)
  const input = { id: message?.id ?? '' }
  expect(await mailContactMessage(await requestOf(), input)).toEqual({ isSent: true })
  expect(await mailContactMessage(await requestOf(), input)).toEqual({ isSent: false })
  expect(mail.mock.calls).toHaveLength(1)
  expect(mail.mock.calls[0]?.[0]).toMatchObject({
    to: 'desk@example.com',
    subject: 'Message from Mo Bcc: all',
    replyTo: { name: 'Mo Bcc: all', address: 'mo@example.com' },
  })
})

test('strangers read no messages, and make none but by a form', async () => {
  const form = await aContactPage()
  await sendContactMessage(await requestOf(), { ...words, ...form }, anAddress())
  const { mia, ann, eve } = cast()
  for (const as of [undefined, mia, ann]) {
    const { status, body } = await rest('GET /contact-messages', { as })
    expect(status === 200 ? body.docs : []).toEqual([])
    const created = await rest('POST /contact-messages', {
      as,
      body: { ...words, recipient: 'x@example.com' },
    })
    expect(created.status).toBeGreaterThanOrEqual(401)
  }
  const seen = await rest('GET /contact-messages', { as: eve })
  expect(seen.body.docs?.length).toBeGreaterThan(0)
})

test('one visitor may write a few times an hour', async () => {
  const form = await aContactPage()
  const address = anAddress()
  const send = async (from: string) =>
    sendContactMessage(await requestOf(), { ...words, ...form, name: 'Often' }, from)
  for (let sent = 0; sent < hourlyMessages.visitor; sent += 1) await send(address)
  await expect(send(address)).rejects.toMatchObject({ code: 'TOO_MANY_MESSAGES', status: 429 })
  await send(anAddress())
  expect(await messagesOf('Often')).toHaveLength(hourlyMessages.visitor + 1)
})
