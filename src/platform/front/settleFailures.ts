/** Puts our own answer in the place of the bare ones that Next gives to what it cannot read, or fails at. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { requestContext } from '../requestContext'
import { type FrontRefusal, refusals, refuse } from './refusals'
import { mayBeAction } from './refuseUnreadableAction'

/** Next's browser side reads it: the page is of another deployment. Source: next/client/components/app-router-headers. */
export const unknownActionHeader = 'x-nextjs-action-not-found'

export function settleFailures(request: IncomingMessage, response: ServerResponse): void {
  const { writeHead, write, end, flushHeaders } = response
  let refusal: FrontRefusal | undefined
  let isSettled = false
  const isRefused = (status = response.statusCode) => {
    if (!isSettled) refusal = refusalInPlaceOf(status, request, response)
    isSettled = true
    return refusal !== undefined
  }
  response.writeHead = function (this: ServerResponse, ...args: unknown[]) {
    return isRefused(args[0] as number) ? this : (writeHead as Spread).apply(this, args)
  } as typeof writeHead
  response.flushHeaders = function (this: ServerResponse) {
    if (!isRefused()) flushHeaders.call(this)
  }
  response.write = function (this: ServerResponse, ...args: unknown[]) {
    return isRefused() ? true : (write as Spread).apply(this, args)
  } as typeof write
  response.end = function (this: ServerResponse, ...args: unknown[]) {
    const isReplaced = isRefused()
    Object.assign(this, { writeHead, write, end, flushHeaders })
    if (!isReplaced || !refusal) return (end as Spread).apply(this, args)
    refuse(this, refusal, refusal === refusals.badMethod ? { allow: 'GET, HEAD' } : {})
    return this
  } as typeof end
}

type Spread = (...args: unknown[]) => unknown

function refusalInPlaceOf(
  status: number,
  request: IncomingMessage,
  response: ServerResponse,
): FrontRefusal | undefined {
  const isCall = request.headers['next-action'] !== undefined
  if (response.hasHeader(unknownActionHeader))
    return isCall || status === 409 ? refusals.unknownAction : refusals.brokenForm
  // To a method that it does not know Next says nothing at all.
  if (status === 405 || (status === 400 && request.method === 'OPTIONS')) return refusals.badMethod
  if (status !== 500) return undefined
  if (mayBeAction(request) && !requestContext.getStore()?.isUnderstood) return refusals.brokenForm
  return String(response.getHeader('content-type')).startsWith('text/plain') ? refusals.failed : undefined
}
