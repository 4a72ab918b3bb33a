import { type AfterErrorHook, ValidationError } from 'payload'
import { AppError } from '@/src/platform/errors'

/** Codes of the failures that Payload raises itself, by status: its errors carry none. */
const codeByStatus: Record<number, string> = {
  400: 'BAD_REQUEST',
  401: 'SIGN_IN_REQUIRED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  409: 'CONFLICT',
  413: 'TOO_LARGE',
  423: 'LOCKED',
  429: 'TOO_MANY_REQUESTS',
}

/** Gives every entry of `errors` a literal code, whoever raised it. */
export const addErrorCodes: AfterErrorHook = ({ error, result }) => {
  const errors = result?.errors ?? []
  const status = 'status' in error && typeof error.status === 'number' ? error.status : 500
  return {
    status,
    response: { ...result, errors: errors.map((entry) => ({ ...entry, code: codeOf(error, status) })) },
  }
}

function codeOf(error: Error, status: number): string {
  if (error instanceof AppError) return error.code
  if (error instanceof ValidationError) return 'VALIDATION_FAILED'
  return codeByStatus[status] ?? (status < 500 ? 'BAD_REQUEST' : 'INTERNAL_ERROR')
}
