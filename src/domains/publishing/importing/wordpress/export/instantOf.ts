/**
 * The instant that an export names: `2010-01-31 18:05:00`, which is UTC where it says so, or the words of a feed.
 * `undefined` for what WordPress writes instead of nothing (`0000-00-00 00:00:00`, the year −1).
 */
export function instantOf(text: string): string | undefined {
  const written = text.trim()
  const digits = /^(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d):(\d\d))?$/.exec(written)
  if (!digits && !/^[A-Za-z]{3}, \d/.test(written)) return undefined
  const [, year, month, day, hour = '00', minute = '00', second = '00'] = digits ?? []
  const date = new Date(digits ? `${year}-${month}-${day}T${hour}:${minute}:${second}Z` : written)
  const isReal = !Number.isNaN(date.getTime()) && date.getUTCFullYear() > 0 && date.getUTCFullYear() < 10_000
  return isReal && date.getUTCFullYear() > 1 ? date.toISOString() : undefined
}
