import { inject } from 'vitest'
import type { CastMember, CastName } from './signUpCast'

export type Actor = CastMember

/** The named users of this file's database, signed in. */
export function cast(): Record<CastName, CastMember> {
  const members = inject('cast').map((member) => [member.name, member] as const)
  return Object.fromEntries(members) as Record<CastName, CastMember>
}
