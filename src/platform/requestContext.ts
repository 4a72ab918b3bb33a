/** What is known of the request being answered, for log lines; one store for the front and for Next's bundle. */
import { AsyncLocalStorage } from 'node:async_hooks'
import type { Reads } from './cache/Reads'

export type RequestContext = {
  requestId: string
  /** The status that a page of the site asks for; see `setPageStatus`. */
  pageStatus?: number
  /** Headers that a page of the site asks for, with its status. */
  pageHeaders?: Record<string, string>
  /** What was sent to a page could be read: what fails from here on is not the sender's fault. */
  isUnderstood?: boolean
  /** Milliseconds since 1970 from which on the page would say something else, whatever is written. */
  validUntil?: number
  /** Collects what the answer is made of, when it may be kept for others. */
  reads?: Reads
}

const key = Symbol.for('masthead.requestContext')
const shared = globalThis as { [key]?: AsyncLocalStorage<RequestContext> }

/** Next loads its own copy of this module, so the store hangs on globalThis. */
shared[key] ??= new AsyncLocalStorage()

export const requestContext: AsyncLocalStorage<RequestContext> = shared[key]
