/** Sends the status that a page asked for, in place of the one that Next would send. */
import type { ServerResponse } from 'node:http'
import { requestContext } from '../requestContext'

export function applyPageStatus(response: ServerResponse): void {
  const context = requestContext.getStore()
  const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => ServerResponse
  response.writeHead = (status: number, ...rest: unknown[]) =>
    writeHead(isReplaceable(status) ? (context?.pageStatus ?? status) : status, ...rest)
}

/** What Next answers for a page that rendered, or that redirects; a failure stays a failure. */
function isReplaceable(status: number): boolean {
  return status === 200 || status === 307 || status === 308
}
