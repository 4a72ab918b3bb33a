/** Lengths of time as a screen says them: short, and precise where it matters. */

/** `40 ms`, `3.4 s`, `2 min 5 s`, `1 h 12 min`, `3 d`. */
export function sayDuration(seconds: number): string {
  if (seconds < 1) return `${Math.round(seconds * 1000)} ms`
  if (seconds < 10) return `${Math.round(seconds * 10) / 10} s`
  if (seconds < 60) return `${Math.round(seconds)} s`
  const whole = Math.round(seconds)
  if (whole < 3_600) return join(Math.floor(whole / 60), 'min', whole < 600 ? whole % 60 : 0, 's')
  if (whole < 86_400) return join(Math.floor(whole / 3_600), 'h', Math.floor((whole % 3_600) / 60), 'min')
  return join(
    Math.floor(whole / 86_400),
    'd',
    whole < 864_000 ? Math.floor((whole % 86_400) / 3_600) : 0,
    'h',
  )
}

/** The largest unit alone: `4 min`. */
export function sayRoughly(seconds: number): string {
  return sayDuration(seconds).split(' ').slice(0, 2).join(' ')
}

/** `12 s ago`, or `just now`. */
export function sayAgo(seconds: number): string {
  return seconds < 2 ? 'just now' : `${sayDuration(Math.round(seconds))} ago`
}

export function sayCount(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`
}

function join(large: number, unit: string, small: number, smallUnit: string): string {
  return small > 0 ? `${large} ${unit} ${small} ${smallUnit}` : `${large} ${unit}`
}
