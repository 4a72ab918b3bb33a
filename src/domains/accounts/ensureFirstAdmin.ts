import { randomBytes } from 'node:crypto'
import { createLocalReq, type Payload } from 'payload'
import { asSystem } from '@/src/platform/authority'
import { env } from '@/src/platform/env'
import { inTransaction } from '@/src/platform/payload/inTransaction'
import { lockInTransaction } from '@/src/platform/payload/lockInTransaction'

export interface FirstAdmin {
  email: string
  /** Set only when it was made just now and not given by ADMIN_PASSWORD: it is shown once. */
  generatedPassword: string | null
  created: boolean
}

/** Makes the administrator of an empty installation; however many processes start at once, they make one. */
export async function ensureFirstAdmin(payload: Payload): Promise<FirstAdmin> {
  const req = await createLocalReq({}, payload)
  return inTransaction(req, async () => {
    await lockInTransaction(req, 'accounts:first-admin')
    // Nobody is signed in while the first account is made.
    const authority = asSystem(req)
    const { totalDocs } = await payload.count({ collection: 'users', ...authority })
    if (totalDocs > 0) return { email: env.ADMIN_EMAIL, generatedPassword: null, created: false }
    const generatedPassword = env.ADMIN_PASSWORD ? null : randomBytes(12).toString('base64url')
    const password = env.ADMIN_PASSWORD ?? generatedPassword ?? ''
    await payload.create({
      collection: 'users',
      data: { email: env.ADMIN_EMAIL, password, role: 'admin' },
      depth: 0,
      ...authority,
    })
    return { email: env.ADMIN_EMAIL, generatedPassword, created: true }
  })
}
