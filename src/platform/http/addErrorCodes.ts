import { type AfterErrorHook, ValidationError } from 'payload'
import { AppError } from '@/src/platform/errors'
import { BadValueError, hasState, isBadValue } from '@/src/platform/payload/refuseBadValues'
import { statusCodes } from './statusCodes'
import { unreadableBody } from './unreadableBody'

interface Failure {
  status: number
  code: string
  /** Where Payload would only say that something went wrong. */
  message?: string
}

/** Gives every entry of `errors` a literal code, whoever raised it, in REST and in GraphQL. */
export const addErrorCodes: AfterErrorHook = ({ error, result, graphqlResult }) => {
  const { status, code, message } = failureOf(originalOf(error))
  const errors = result?.errors ?? []
  return {
    status,
    response: {
      ...result,
      errors: errors.map((entry) => ({
        ...dataOf(error, entry),
        ...entry,
        ...(message && { message }),
        code,
      })),
    },
    graphqlResult: graphqlResult && {
      ...graphqlResult,
      ...(message && { message }),
      extensions: { ...graphqlResult.extensions, statusCode: status, code },
    },
  }
}

/** GraphQL wraps what a resolver threw; what it raises itself is about the query. */
function originalOf(error: Error): Error {
  return 'originalError' in error && error.originalError instanceof Error ? error.originalError : error
}

function failureOf(error: Error): Failure {
  const status = 'status' in error && typeof error.status === 'number' ? error.status : 500
  if (error instanceof AppError) return { status, code: error.code }
  if (error instanceof ValidationError) return { status, code: 'VALIDATION_FAILED' }
  const unreadable = unreadableBody(error)
  if (unreadable) return { status: 400, ...unreadable }
  if (isBadValue(error)) {
    const { code, message } = new BadValueError(error)
    return { status: 400, code, message }
  }
  if (isUnknownReference(error)) {
    return {
      status: 400,
      code: 'UNKNOWN_REFERENCE',
      message: 'A document that this refers to does not exist.',
    }
  }
  return { status, code: statusCodes[status] ?? (status < 500 ? 'BAD_REQUEST' : 'INTERNAL_ERROR') }
}

/** A relationship to what is not there: PostgreSQL's foreign keys. */
function isUnknownReference(error: unknown): boolean {
  return hasState(error, /^23503$/)
}

/** Payload forgets it where Next's bundles hold its classes twice; what was hidden from the caller stays so. */
function dataOf(error: Error, { message }: { message?: string }): { data?: Record<string, unknown> } {
  if (message !== error.message || !('data' in error)) return {}
  return error.data ? { data: error.data as Record<string, unknown> } : {}
}
