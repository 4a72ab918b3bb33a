/** The status and headers that a page asked for, in place of the ones that Next would send. */
import type { ServerResponse } from 'node:http'
import { requestContext } from '../requestContext'
import { keepQuery } from './keepQuery'

export function applyPageStatus(response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => ServerResponse
  // The cache shortens it to what the page depends on.
  const { url = '/' } = response.req
  response.writeHead = (status: number, ...rest: unknown[]) => {
    const settled = settleStatus(response, status)
    keepQuery(response, url, settled)
    return writeHead(settled, ...rest)
  }
}

/** A page that rendered, or that redirects, may have asked for another status; a failure stays a failure. */
export function settleStatus(response: ServerResponse, status: number): number {
  const { pageStatus, pageHeaders = {} } = requestContext.getStore() ?? {}
  if (pageStatus === undefined || (status !== 200 && status !== 307 && status !== 308)) return status
  for (const [name, value] of Object.entries(pageHeaders)) response.setHeader(name, value)
  return pageStatus
}
