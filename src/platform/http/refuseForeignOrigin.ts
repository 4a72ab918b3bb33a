import type { PayloadRequest } from 'payload'
import { ForbiddenError } from '../errors'
import { trustedOrigins } from './trustedOrigins'

/** For acts that need no sign-in: a page of another site must not do them in the name of its visitors. */
export function refuseForeignOrigin({ headers }: PayloadRequest): void {
  const origin = headers.get('origin')
  if (origin !== null && !trustedOrigins().includes(origin))
    throw new ForbiddenError('Pages of other sites cannot do this.', 'ORIGIN_REFUSED')
}
