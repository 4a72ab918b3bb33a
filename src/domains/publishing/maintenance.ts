/** When the site is under maintenance, and when its readers hear of it. */
import type { Maintenance } from '@/payload-types'
import { now } from '@/src/platform/clock'

/** Source: SPEC, "a banner from 48 hours before". */
const announcedBeforeMs = 48 * 60 * 60 * 1000

/** Seconds after which a visitor is asked to return when nobody knows the end. */
const retrySeconds = 600

type Times = Pick<Maintenance, 'startsAt' | 'endsAt'>

/** From 48 hours before until it begins. */
export function isAnnounced(times: Times): boolean {
  const startMs = startOf(times)
  return startMs - announcedBeforeMs <= now().getTime() && now().getTime() < startMs
}

export function isUnderway(times: Times): boolean {
  return startOf(times) <= now().getTime() && now().getTime() < endOf(times)
}

/** Milliseconds since 1970 at which the next of it begins or ends; infinite when nothing is to come. */
export function nextChange(times: Times): number {
  const moments = [startOf(times) - announcedBeforeMs, startOf(times), endOf(times)]
  return Math.min(...moments.filter((moment) => moment > now().getTime()), Number.POSITIVE_INFINITY)
}

/** Seconds until a visitor should look again. */
export function secondsUntilReturn(times: Times): number {
  const left = Math.ceil((endOf(times) - now().getTime()) / 1000)
  return Number.isFinite(left) ? Math.max(1, left) : retrySeconds
}

function startOf({ startsAt }: Times): number {
  return startsAt ? new Date(startsAt).getTime() : Number.POSITIVE_INFINITY
}

/** Without an end it lasts until somebody ends it. */
function endOf({ endsAt }: Times): number {
  return endsAt ? new Date(endsAt).getTime() : Number.POSITIVE_INFINITY
}
