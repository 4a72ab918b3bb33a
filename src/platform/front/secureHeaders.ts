/** What every answer tells browsers about itself. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { env } from '../env'
import { type ContentPolicy, dataPolicy } from './contentPolicy'

export const policyHeader = 'content-security-policy'

/** Seconds: a year, as browsers' preload lists ask for. */
const httpsSeconds = 31_536_000

const everywhere: [string, string][] = [
  ['x-content-type-options', 'nosniff'],
  ['referrer-policy', 'strict-origin-when-cross-origin'],
  ['x-frame-options', 'SAMEORIGIN'],
  ['cross-origin-opener-policy', 'same-origin-allow-popups'],
  ['permissions-policy', 'camera=(), microphone=(), geolocation=(), usb=(), browsing-topics=()'],
]

/** Sets the headers of an answer before it is made; who makes it may still choose others. */
export function secureHeaders(
  request: IncomingMessage,
  response: ServerResponse,
  { path, policy }: { path: string; policy: ContentPolicy },
): void {
  for (const [name, value] of everywhere) response.setHeader(name, value)
  // Pictures, feeds and files too, which have no head to say it in.
  if (env.APP_ENV === 'staging') response.setHeader('x-robots-tag', 'noindex, nofollow')
  if (env.SITE_URL.startsWith('https:'))
    response.setHeader('strict-transport-security', `max-age=${httpsSeconds}`)
  // Nobody but us tells Next which scripts to trust.
  delete request.headers[policyHeader]
  delete request.headers[`${policyHeader}-report-only`]
  // The playground is a page of Payload's from other hosts, and only there in development.
  if (path.startsWith('/_next/') || path.startsWith('/api/graphql-playground')) return
  if (path.startsWith('/api/')) {
    response.setHeader(policyHeader, dataPolicy)
    return
  }
  const own = policy.once()
  response.setHeader(policyHeader, own)
  request.headers[policyHeader] = own
}
