import type { PayloadRequest } from 'payload'

/** The caller's own authority: access functions decide, inside the caller's transaction. */
export function asUser(req: PayloadRequest) {
  return { req, user: req.user, overrideAccess: false } as const
}

/** The system's authority, inside the caller's transaction. State the reason above each use. */
export function asSystem(req: PayloadRequest) {
  return { req, overrideAccess: true } as const
}
