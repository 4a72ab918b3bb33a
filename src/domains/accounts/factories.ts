/** Builders of this domain's documents for tests. They write with the system's authority. */
import type { RequiredDataFromCollectionSlug } from 'payload'
import { castPassword, testPayload } from '@/src/testing/harness'

let count = 0
const next = () => `${++count}-${Math.random().toString(36).slice(2, 8)}`

/** Somebody beside the cast, whose password is the cast's. */
export async function aUser(data: Partial<RequiredDataFromCollectionSlug<'users'>> = {}) {
  const payload = await testPayload()
  return payload.create({
    collection: 'users',
    data: { email: `user-${next()}@example.com`, role: 'member', password: castPassword, ...data },
    depth: 0,
    overrideAccess: true,
  })
}

/** A guest author without an account, unless `user` is given. */
export async function aProfile(data: Partial<RequiredDataFromCollectionSlug<'profiles'>> = {}) {
  const payload = await testPayload()
  return payload.create({
    collection: 'profiles',
    data: { name: 'Guest author', username: `guest-${next()}`, ...data },
    depth: 0,
    overrideAccess: true,
  })
}
