/**
 * What PostgreSQL cannot read of a question's values is the asker's fault: refused with a code, and told in the log as
 * any refusal is.
 */
import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { AppError } from '@/src/platform/errors'

/** Bears the name of Payload's own refusal of a query: its list view takes no other for one, and would show nothing. */
export class BadValueError extends AppError {
  constructor(cause: unknown) {
    super('INVALID_VALUE', 'A value in the request is not of the right kind.', 400)
    this.name = 'QueryError'
    this.cause = cause
  }
}

const reads = [
  'find',
  'findOne',
  'findDistinct',
  'findVersions',
  'findGlobalVersions',
  'queryDrafts',
  'count',
  'countVersions',
  'countGlobalVersions',
] as const

export function refuseBadValues<Adapter extends PostgresAdapter>(adapter: Adapter): Adapter {
  const methods = adapter as unknown as Record<string, (query: unknown) => Promise<unknown>>
  for (const name of reads) {
    const read = methods[name]
    if (!read) continue
    methods[name] = async (query) => {
      try {
        return await read.call(adapter, query)
      } catch (error) {
        throw isBadValue(error) ? new BadValueError(error) : error
      }
    }
  }
  return adapter
}

/**
 * PostgreSQL's class 22 (text that is no uuid or date, a zero byte, a negative page …) and 42883, an operator that the
 * field's type has not.
 */
export function isBadValue(error: unknown): boolean {
  return hasState(error, /^(22|42883$)/)
}

/** Drizzle wraps what PostgreSQL says. */
export function hasState(error: unknown, states: RegExp): boolean {
  if (!(error instanceof Error)) return false
  return ('code' in error && states.test(String(error.code))) || hasState(error.cause, states)
}
