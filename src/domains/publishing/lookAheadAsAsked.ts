import type { PayloadRequest } from 'payload'
import { parseCookies } from 'payload/shared'
import { lookAhead } from './readForecast'

/** Holds the moment that a member of staff looks ahead to, in milliseconds since 1970. */
export const lookAheadCookie = 'masthead-look-ahead'

/** Lets the site's pages, and what they ask the API for, show the moment that the visitor's browser remembers. */
export function lookAheadAsAsked(req: PayloadRequest): void {
  const moment = new Date(Number(parseCookies(req.headers).get(lookAheadCookie)))
  if (!Number.isNaN(moment.getTime())) lookAhead(req, moment)
}
