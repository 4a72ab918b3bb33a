/** Dates as front matter writes them. */

/**
 * ISO instant of a date, or `undefined` when it is none. A day without a time stays that day (midnight UTC);
 * a time without an offset is read in `zone`.
 */
export function parseDate(value: unknown, zone = 'UTC'): string | undefined {
  if (value instanceof Date) return fromDate(value, zone)
  if (typeof value === 'number') return iso(new Date(value < 1e11 ? value * 1000 : value))
  if (typeof value !== 'string') return undefined
  const text = value.trim()
  const found =
    /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d+))?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?$/i.exec(
      text,
    )
  if (!found) return fromWords(text)
  const [, year, month, day, hour, minute, second, fraction, offset] = found
  const parts = [
    Number(year),
    Number(month),
    Number(day),
    Number(hour ?? 0),
    Number(minute ?? 0),
    Number(second ?? 0),
  ] as const
  const milliseconds = Number(`0.${fraction ?? 0}`) * 1000
  const utc = utcOf(parts) + milliseconds
  if (new Date(utcOf(parts)).getUTCDate() !== Number(day)) return undefined
  if (hour === undefined) return iso(new Date(utc))
  if (offset) return iso(new Date(utc - offsetMs(offset)))
  return iso(new Date(inZone(utc, zone)))
}

type Parts = readonly [number, number, number, number, number, number]

function utcOf([year, month, day, hour, minute, second]: Parts): number {
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

function fromDate(
  date: Date & { isLocal?: () => boolean; isDate?: () => boolean },
  zone: string,
): string | undefined {
  if (date.isDate?.()) return parseDate(date.toISOString().slice(0, 10), zone)
  if (date.isLocal?.()) return parseDate(date.toISOString().replace(/Z$/, ''), zone)
  return iso(date)
}

/** `Jul 08 2022`, `Mon, 02 Jan 2006 15:04:05 -0700`. Without a zone of its own it is a day in UTC. */
function fromWords(text: string): string | undefined {
  if (!/\d{4}/.test(text) || !/[a-z]/i.test(text)) return undefined
  const hasZone = /(?:Z|UTC|GMT|[+-]\d{4})\s*$/.test(text)
  return iso(new Date(hasZone ? text : `${text} UTC`))
}

function offsetMs(offset: string): number {
  const found = /([+-])(\d{2}):?(\d{2})/.exec(offset)
  if (!found) return 0
  return (found[1] === '-' ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3])) * 60_000
}

/** The instant at which clocks in `zone` show what `wall` shows in UTC. */
function inZone(wall: number, zone: string): number {
  const first = wall - zoneOffset(wall, zone)
  return wall - zoneOffset(first, zone)
}

function zoneOffset(instant: number, zone: string): number {
  try {
    const name = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })
      .formatToParts(new Date(instant))
      .find(({ type }) => type === 'timeZoneName')?.value
    return offsetMs(name ?? '')
  } catch {
    return 0
  }
}

function iso(date: Date): string | undefined {
  const year = date.getUTCFullYear()
  return Number.isNaN(date.getTime()) || year < 1 || year > 9999 ? undefined : date.toISOString()
}
