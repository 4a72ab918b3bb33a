/** Days of a calendar by the wall clock of whoever looks at it. Weeks begin on Monday. */

export type Span = 'month' | 'week'

/** Midnight at the beginning of the day. */
export function startOfDay(date: Date): Date {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate())
}

export function addDays(date: Date, days: number): Date {
  const moved = new Date(date)
  moved.setDate(moved.getDate() + days)
  return moved
}

/** The month or week after, or before. A month has no 31st when the one before it had. */
export function addSpans(date: Date, span: Span, count: number): Date {
  return span === 'week' ? addDays(date, 7 * count) : new Date(date.getFullYear(), date.getMonth() + count, 1)
}

/** All days that are shown: whole weeks. */
export function daysOf(date: Date, span: Span): Date[] {
  const first = span === 'week' ? startOfDay(date) : new Date(date.getFullYear(), date.getMonth(), 1)
  const monday = addDays(first, -((first.getDay() + 6) % 7))
  const last = span === 'week' ? addDays(monday, 6) : new Date(date.getFullYear(), date.getMonth() + 1, 0)
  const days: Date[] = []
  for (let day = monday; day <= last || days.length % 7 > 0; day = addDays(day, 1)) days.push(day)
  return days
}

/** `2026-11-24`, by the wall clock. */
export function keyOf(date: Date): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-')
}

/** The same time of day on another day, at another hour when one is given. */
export function movedTo(moment: Date, day: Date, hour?: number): Date {
  const moved = new Date(day)
  moved.setHours(hour ?? moment.getHours(), hour === undefined ? moment.getMinutes() : 0, 0, 0)
  return moved
}

export function titleOf(date: Date, span: Span): string {
  if (span === 'month') return date.toLocaleDateString('en-GB', { month: 'long', year: 'numeric' })
  const days = daysOf(date, 'week')
  const [first = date, last = date] = [days[0], days[6]]
  const start = first.toLocaleDateString('en-GB', {
    day: 'numeric',
    month: first.getMonth() === last.getMonth() ? undefined : 'short',
  })
  return `${start} – ${last.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })}`
}
