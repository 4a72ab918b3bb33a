import { APIError } from 'payload'

/**
 * A refusal we expect: it carries a literal code, because class names are minified in production.
 * Everything else that is thrown is a broken invariant and becomes a 500 without details.
 */
export class AppError extends APIError<Record<string, unknown> | null> {
  readonly code: string

  constructor(code: string, message: string, status: number, data: Record<string, unknown> | null = null) {
    super(message, status, data, true)
    this.code = code
    this.name = 'AppError'
  }
}

export class NotFoundError extends AppError {
  constructor(noun = 'Document') {
    super('NOT_FOUND', `${noun} not found.`, 404)
  }
}

export class ForbiddenError extends AppError {
  constructor(message = 'You are not allowed to do this.', code = 'FORBIDDEN') {
    super(code, message, 403)
  }
}

export class SignInRequiredError extends AppError {
  constructor() {
    super('SIGN_IN_REQUIRED', 'Sign in to do this.', 401)
  }
}

/** `data.issues` names each bad field with its reason. */
export class InvalidInputError extends AppError {
  constructor(message: string, issues: { path: string; message: string }[] = []) {
    super('INVALID_INPUT', message, 400, issues.length > 0 ? { issues } : null)
  }
}

interface FieldRefusal {
  path: string
  /** The whole of it. */
  message: string
  /** What the little room at the field holds. */
  atField: string
  [name: string]: unknown
}

/** A refusal of one field: the panel marks it there, everybody else reads the sentence. */
export class FieldRefusedError extends AppError {
  constructor(code: string, { path, message, atField, ...data }: FieldRefusal) {
    super(code, message, 400, { ...data, errors: [{ path, message: atField }] })
  }
}

export class ConflictError extends AppError {
  constructor(code: string, message: string, data: Record<string, unknown> | null = null) {
    super(code, message, 409, data)
  }
}
