import { requestContext } from '../requestContext'

/** The page being answered is kept no longer than to this moment, in milliseconds since 1970. */
export function limitPageLife(moment: number): void {
  const context = requestContext.getStore()
  if (context) context.validUntil = Math.min(moment, context.validUntil ?? Number.POSITIVE_INFINITY)
}
