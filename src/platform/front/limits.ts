/** What one request may cost before anybody has read it. */
import type { IncomingMessage } from 'node:http'

const kilobyte = 1024
const megabyte = 1024 * kilobyte

export const maxHeaderBytes = 16 * kilobyte
export const maxHeaderCount = 100
export const maxUrlLength = 8 * kilobyte

export const maxJsonBytes = megabyte
/** The panel's form field and server actions carry a whole article. */
export const maxFormBytes = 32 * megabyte
/** What a visitor sends to a page: a message, typed. */
export const maxPageFormBytes = 64 * kilobyte
/** A little above the 64 MB of one upload: its form has other fields, and Payload's own refusal reads better. */
export const maxUploadBytes = 66 * megabyte

export const timeouts = {
  headersMs: 15_000,
  /** The whole request, for the slowest allowed upload. */
  requestMs: 300_000,
  /** Above the 60 s of usual balancers, so that they close first. */
  keepAliveMs: 65_000,
  /** A body that brings no byte for so long is given up. */
  bodySilenceMs: 20_000,
  /** A small body must be here by then, drop by drop or not. */
  smallBodyMs: 30_000,
}

const uploadPaths = /^\/api\/(media|files)(\/|$)/

export type BodyLimits = { bytes: number; timeMs: number }

/** Signed in or not is decided later; who does not even say so has no article to send. */
export function bodyLimitsOf(request: IncomingMessage, path: string): BodyLimits {
  const isForm = request.headers['content-type']?.startsWith('multipart/form-data') ?? false
  if (isForm && uploadPaths.test(path)) return { bytes: maxUploadBytes, timeMs: timeouts.requestMs }
  const isOfPage = !/^\/(admin|api)(\/|$)/.test(path)
  const claimsSession = request.headers.authorization !== undefined || hasSessionCookie(request)
  if (claimsSession && (isForm || isOfPage || path.startsWith('/admin')))
    return { bytes: maxFormBytes, timeMs: timeouts.requestMs }
  return { bytes: isOfPage ? maxPageFormBytes : maxJsonBytes, timeMs: timeouts.smallBodyMs }
}

function hasSessionCookie({ headers }: IncomingMessage): boolean {
  return /(^|;\s*)payload-token=/.test(headers.cookie ?? '')
}
