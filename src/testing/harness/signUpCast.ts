import type { Payload } from 'payload'
import type { Role } from '@/src/platform/access'

/** Who plays in the tests. Bob is the author who owns nothing of Ann's; Dan was an editor and is disabled. */
const roles = {
  ada: 'admin',
  eve: 'editor',
  ann: 'author',
  bob: 'author',
  mia: 'member',
  dan: 'editor',
} as const satisfies Record<string, Role>

export type CastName = keyof typeof roles
export const castNames = Object.keys(roles) as CastName[]

export interface CastMember {
  name: CastName
  id: string
  email: string
  role: Role
  /** Signed in for two hours; Dan was disabled after he had signed in. */
  token: string
  /** Id of the public profile. */
  profile: string
}

export const castPassword = 'correct horse battery staple'

/** Makes the accounts and profiles, and signs everybody in, once for all test files. */
export async function signUpCast(payload: Payload): Promise<CastMember[]> {
  const members: CastMember[] = []
  for (const name of castNames) members.push(await signUp(payload, name))
  const dan = members.find(({ name }) => name === 'dan')
  await payload.update({
    collection: 'users',
    id: dan?.id ?? '',
    data: { disabledAt: '2026-01-01T00:00:00.000Z' },
    depth: 0,
    overrideAccess: true,
  })
  return members
}

async function signUp(payload: Payload, name: CastName): Promise<CastMember> {
  const email = `${name}@example.com`
  const role = roles[name]
  const { id } = await payload.create({
    collection: 'users',
    data: { email, role, password: castPassword },
    depth: 0,
    overrideAccess: true,
  })
  const profile = await payload.create({
    collection: 'profiles',
    data: { name: name[0]?.toUpperCase() + name.slice(1), username: name, user: id },
    depth: 0,
    overrideAccess: true,
  })
  const { token = '' } = await payload.login({
    collection: 'users',
    data: { email, password: castPassword },
    depth: 0,
    overrideAccess: true,
  })
  return { name, id, email, role, token, profile: profile.id }
}
