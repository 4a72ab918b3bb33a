import { type APIRequestContext, expect } from '@playwright/test'
import { tokenOf } from './signIn'

export interface FailedPublication {
  /** The article. */
  id: string
  title: string
  /** Who planned it; an administrator may give them their account back. */
  user: string
}

const password = 'correct horse battery staple'

/** An article planned by an editor whose account is disabled before its time comes: it fails for good in seconds. */
export async function aFailedPublication(request: APIRequestContext): Promise<FailedPublication> {
  const title = `Left behind ${Date.now()}`
  const email = `gone-${Date.now()}@example.com`
  const administrator = { Authorization: `JWT ${await tokenOf(request)}` }
  const made = await request.post('/api/users', {
    headers: administrator,
    data: { email, password, role: 'editor' },
  })
  expect(made.status()).toBe(201)
  const { doc: user } = (await made.json()) as { doc: { id: string } }

  const editor = { Authorization: `JWT ${await tokenOf(request, { email, password })}` }
  const written = await request.post('/api/content', { headers: editor, data: { title } })
  const { doc } = (await written.json()) as { doc: { id: string } }
  const publishAt = new Date(Date.now() + 3_000).toISOString()
  const planned = await request.post('/api/schedule', {
    headers: editor,
    data: { collection: 'content', id: doc.id, publishAt },
  })
  expect(planned.status(), await planned.text()).toBe(200)
  const disabled = await request.patch(`/api/users/${user.id}`, {
    headers: administrator,
    data: { disabledAt: new Date().toISOString() },
  })
  expect(disabled.status()).toBe(200)

  const state = async () => {
    const answer = await request.get(`/api/schedule?collection=content&id=${doc.id}`, {
      headers: administrator,
    })
    return ((await answer.json()) as { docs: { state: string }[] }).docs[0]?.state
  }
  await expect.poll(state, { timeout: 30_000 }).toBe('failed')
  return { id: doc.id, title, user: user.id }
}
