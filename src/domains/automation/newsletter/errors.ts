import { AppError } from '@/src/platform/errors'

export class SignUpClosedError extends AppError {
  constructor() {
    super('SIGN_UP_CLOSED', 'There is no newsletter to sign up for at the moment.', 409)
  }
}

export class TooManySignUpsError extends AppError {
  constructor() {
    super('TOO_MANY_SIGN_UPS', 'Too many sign-ups came in. Try again in an hour.', 429)
  }
}

/** Forged, of an address that was forgotten, or used up by leaving. */
export class LinkUnknownError extends AppError {
  constructor() {
    super('LINK_UNKNOWN', 'This link does not work, or no longer.', 404)
  }
}

export class LinkExpiredError extends AppError {
  constructor() {
    super('LINK_EXPIRED', 'This link is too old. Sign up again to get a new one.', 410)
  }
}
