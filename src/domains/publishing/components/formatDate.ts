/** Dates as readers see them, in UTC like the archive's months. */
export function formatDate(date: string, locale = 'en'): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date))
}

export function formatTime(date: string, locale = 'en'): string {
  const format = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
    hourCycle: 'h23',
  })
  return `${format.format(new Date(date))} UTC`
}

/** `month` counts from 1. */
export function monthName(month: number, locale = 'en'): string {
  return new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(2000, month - 1, 1)),
  )
}
