/** The date that readers see: of the past, whatever a draft says. What is to come is planned. */
import type { PayloadRequest } from 'payload'
import { now } from '@/src/platform/clock'
import { FieldRefusedError } from '@/src/platform/errors'
import type { Plannable } from './scheduling/schemas'

/** Clocks of browsers and of other systems go wrong. */
const toleranceMs = 5 * 60 * 1000

export function liesAhead(date: string | Date): boolean {
  return new Date(date).getTime() > now().getTime() + toleranceMs
}

/** The earlier one: what is planned appears at its moment, though its draft says a later date. */
export function dateWhenPlanned(date: string | null | undefined, plannedFor: string): string {
  return date && new Date(date) < new Date(plannedFor) ? date : plannedFor
}

interface Publication {
  collection: Plannable
  /** Nothing for a new document. */
  id?: string
  given?: string | null
  /** The date of its newest version. */
  drafted?: string | null
  /** The moment that its publication was planned for. */
  plannedFor?: string
}

/**
 * The first publication dates the document, a planned one with the moment it was planned for, unless it has been
 * dated by hand. What readers saw before keeps its date: a draft that was saved while the publication was under way
 * may have lost it.
 * @throws FieldRefusedError PUBLISH_DATE_AHEAD
 */
export async function settlePublicationDate(
  req: PayloadRequest,
  { collection, id, given, drafted, plannedFor }: Publication,
): Promise<string> {
  // A date to come that was taken out again is none.
  const date = given ?? (drafted && !liesAhead(drafted) ? drafted : null)
  if (date && plannedFor) return dateWhenPlanned(date, plannedFor)
  if (date && !liesAhead(date)) return date
  const seen = id ? await findSeenDate(req, collection, id) : null
  if (!date) return seen ?? plannedFor ?? now().toISOString()
  // Published like that already: whoever mends a word need not mend the date.
  if (isSameMoment(seen, date)) return date
  throw new FieldRefusedError('PUBLISH_DATE_AHEAD', {
    path: 'publishedAt',
    message:
      'Its publication date lies ahead, so it cannot be published now: plan the publication for that moment (Schedule), or choose a date that has come.',
    atField: 'It lies ahead: plan it instead.',
    publishedAt: new Date(date).toISOString(),
  })
}

/** The date that readers see, or saw before it was withdrawn. */
async function findSeenDate(req: PayloadRequest, collection: Plannable, id: string): Promise<string | null> {
  const stored = await req.payload.db.findOne<{ id: string; publishedAt?: string | null; _status?: string }>({
    collection,
    where: { id: { equals: id } },
    select: { publishedAt: true, _status: true },
    req,
  })
  const { publishedAt, _status } = stored ?? {}
  return publishedAt && (_status === 'published' || !liesAhead(publishedAt)) ? publishedAt : null
}

function isSameMoment(one: string | null, other: string): boolean {
  return one !== null && new Date(one).getTime() === new Date(other).getTime()
}
