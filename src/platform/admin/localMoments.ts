/** Moments in the time zone of whoever looks at them, for fields and sentences of the panel. */

/** Such as `Europe/Berlin`. */
export function zoneName(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}

/** What an `<input type="datetime-local">` wants, by the wall clock here. */
export function toLocalInput(moment: Date): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const day = [moment.getFullYear(), two(moment.getMonth() + 1), two(moment.getDate())].join('-')
  return `${day}T${two(moment.getHours())}:${two(moment.getMinutes())}`
}

/** @returns null for what is no moment. */
export function fromLocalInput(value: string): Date | null {
  const moment = new Date(value)
  return value && !Number.isNaN(moment.getTime()) ? moment : null
}

const long = { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } as const

/** `Tue 24 Nov, 09:00`, with the year where it is another than this one. */
export function sayMoment(moment: string | Date, zone?: string): string {
  const date = new Date(moment)
  const isThisYear = date.getFullYear() === new Date().getFullYear()
  return date.toLocaleString('en-GB', { ...long, year: isThisYear ? undefined : 'numeric', timeZone: zone })
}

/** `09:00` */
export function sayTime(moment: string | Date): string {
  return new Date(moment).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
}

/** `GMT+1`, as it is at that moment: clocks are changed in between. */
export function sayOffset(moment: Date): string {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZoneName: 'short' }).formatToParts(moment)
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''
}
