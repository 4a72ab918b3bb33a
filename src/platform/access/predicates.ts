import type { Access, AccessArgs, AccessResult, Where } from 'payload'
import { activeUser, isAdmin, isEditor, isStaff } from './roles'

/** Answers yes, no, or the documents it holds for. It never throws and never waits. */
export type Predicate = (args: AccessArgs) => boolean | Where

export const anyone: Predicate = () => true
export const nobody: Predicate = () => false
export const signedIn: Predicate = ({ req }) => activeUser(req) !== null
export const admin: Predicate = ({ req }) => isAdmin(req)
export const editor: Predicate = ({ req }) => isEditor(req)
export const staff: Predicate = ({ req }) => isStaff(req)

/** Documents whose `user` is the caller. */
export const owner: Predicate = ({ req }) => {
  const user = activeUser(req)
  return user ? { user: { equals: user.id } } : false
}

/** The caller's own row in `users`. */
export const self: Predicate = ({ req }) => {
  const user = activeUser(req)
  return user ? { id: { equals: user.id } } : false
}

/** What the public may see: published, not archived, not in the trash. */
export const published: Predicate = () => publishedWhere()

export function publishedWhere(): Where {
  return { and: [{ _status: { equals: 'published' } }, { archivedAt: { exists: false } }, notTrashedWhere] }
}

/** Documents that are not in the trash, even when `?trash=true` is asked for. */
export const notTrashed: Predicate = () => notTrashedWhere

const notTrashedWhere: Where = { deletedAt: { exists: false } }

export function anyOf(...predicates: Predicate[]): Access {
  return (args): AccessResult => {
    const answers = predicates.map((predicate) => predicate(args))
    if (answers.includes(true)) return true
    const wheres = answers.filter((answer): answer is Where => typeof answer === 'object')
    return wheres.length === 0 ? false : wheres.length === 1 && wheres[0] ? wheres[0] : { or: wheres }
  }
}

export function allOf(...predicates: Predicate[]): Predicate {
  return (args) => {
    const answers = predicates.map((predicate) => predicate(args))
    if (answers.includes(false)) return false
    const wheres = answers.filter((answer): answer is Where => typeof answer === 'object')
    return wheres.length === 0 ? true : { and: wheres }
  }
}
