/** The status that a page asked for, in place of the one that Next would send. */
import type { ServerResponse } from 'node:http'
import { requestContext } from '../requestContext'

export function applyPageStatus(response: ServerResponse): void {
  const context = requestContext.getStore()
  const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => ServerResponse
  response.writeHead = (status: number, ...rest: unknown[]) =>
    writeHead(statusFor(status, context?.pageStatus), ...rest)
}

/** A page that rendered, or that redirects, may have asked for another status; a failure stays a failure. */
export function statusFor(status: number, asked: number | undefined): number {
  return asked !== undefined && (status === 200 || status === 307 || status === 308) ? asked : status
}
