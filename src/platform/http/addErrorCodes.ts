import { type AfterErrorHook, ValidationError } from 'payload'
import { AppError } from '@/src/platform/errors'
import { statusCodes } from './statusCodes'

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
  return statusCodes[status] ?? (status < 500 ? 'BAD_REQUEST' : 'INTERNAL_ERROR')
}
