import type { PayloadRequest } from 'payload'

export const roles = ['admin', 'editor', 'author', 'member'] as const
export type Role = (typeof roles)[number]

/** Roles that enter the admin panel. Source: SPEC, "One users collection; role decides who enters /admin". */
const staffRoles: readonly Role[] = ['admin', 'editor', 'author']
const editorRoles: readonly Role[] = ['admin', 'editor']

type Caller = Pick<PayloadRequest, 'user'>

/** The signed-in user, unless the account is disabled. */
export function activeUser({ user }: Caller) {
  return user && !user.disabledAt ? user : null
}

export function isAdmin(req: Caller): boolean {
  return activeUser(req)?.role === 'admin'
}

export function isEditor(req: Caller): boolean {
  const user = activeUser(req)
  return user !== null && editorRoles.includes(user.role)
}

export function isStaff(req: Caller): boolean {
  const user = activeUser(req)
  return user !== null && staffRoles.includes(user.role)
}
