/** Forms and calls of a page that are not for Next: it would answer them with 500, or to somebody else. */
import type { IncomingMessage } from 'node:http'
import { type FrontRefusal, refusals } from './refusals'

/** @returns why it is not for Next, if so. */
export function refuseUnreadableAction(request: IncomingMessage): FrontRefusal | undefined {
  if (!mayBeAction(request)) return undefined
  if (isForeign(request)) return refusals.foreignOrigin
  if (request.headers[forwardedHeader] !== undefined) return refusals.unknownAction
  const isCall = request.headers['next-action'] !== undefined
  return isCall && typeOf(request).startsWith('application/x-www-form-urlencoded')
    ? refusals.brokenForm
    : undefined
}

/**
 * Next asks itself, by a request of its own, for an action that is sent to a page without it. Ours are sent to their
 * pages; and who is counted by their address would be counted as this machine.
 */
const forwardedHeader = 'x-action-forwarded'

/** As Next decides it. Source: next/server/lib/server-action-request-meta. */
export function mayBeAction(request: IncomingMessage): boolean {
  const { method, headers } = request
  const isForm = typeOf(request).startsWith('multipart/form-data')
  return method === 'POST' && (isForm || headers['next-action'] !== undefined)
}

/** Whether a page of another site sends it: by the host, as Next has it. A program names no origin. */
function isForeign({ headers }: IncomingMessage): boolean {
  const { origin } = headers
  if (origin === undefined) return false
  const [host] = String(headers['x-forwarded-host'] ?? headers.host).split(',')
  return !URL.canParse(origin) || new URL(origin).host !== host?.trim()
}

function typeOf({ headers }: IncomingMessage): string {
  return headers['content-type'] ?? ''
}
