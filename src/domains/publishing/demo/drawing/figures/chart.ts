/** A plain chart for figures inside articles: title, axes with units, grid; the caller draws the data. */
import { palettes } from '../palettes'
import { line, type Point, points, rect, stroke, text } from '../svg'

export const figureWidth = 1200
export const figureHeight = 675
export const inks = palettes['data-notes']
export const blue = inks.main
export const orange = inks.accent
export const red = '#d9483b'
export const green = '#1f7f68'
/** Said under every figure of invented prices. */
export const sandpit = 'The Sandpit, our simulated market. Invented figures.'
export const muted = '#5d6478'

export type Axis = {
  label: string
  from: number
  to: number
  ticks: readonly number[]
  show?: (value: number) => string
}
export type Chart = {
  x: (value: number) => number
  y: (value: number) => number
  top: number
  bottom: number
  left: number
  right: number
}
type ChartOptions = { title: string; note: string; across: Axis; up: Axis; draw: (chart: Chart) => string }

const [left, right, top, bottom] = [130, 1150, 140, 545]

export const bold = (colour: string) => `stroke="${colour}" stroke-width=".9"`

export function figure(title: string, note: string, inside: string) {
  return (
    rect(0, 0, figureWidth, figureHeight, inks.paper) +
    rect(50, 46, 12, 62, inks.accent) +
    text(82, 72, 30, inks.ink, title, bold(inks.ink)) +
    text(82, 106, 21, muted, note) +
    inside
  )
}

export function chart({ title, note, across, up, draw }: ChartOptions) {
  const x = (value: number) => left + ((value - across.from) / (across.to - across.from)) * (right - left)
  const y = (value: number) => bottom - ((value - up.from) / (up.to - up.from)) * (bottom - top)
  const rows = up.ticks
    .map(
      (tick) =>
        line(left, y(tick), right, y(tick), '#d5d3ca', 1.5) +
        text(left - 16, y(tick) + 7, 20, muted, (up.show ?? String)(tick), 'text-anchor="end"'),
    )
    .join('')
  const columns = across.ticks
    .map(
      (tick) =>
        line(x(tick), bottom, x(tick), bottom + 9, inks.ink, 2) +
        text(x(tick), bottom + 36, 20, muted, (across.show ?? String)(tick), 'text-anchor="middle"'),
    )
    .join('')
  return figure(
    title,
    note,
    rows +
      columns +
      draw({ x, y, top, bottom, left, right }) +
      line(left, bottom, right, bottom, inks.ink, 3) +
      text((left + right) / 2, bottom + 84, 21, inks.ink, across.label, 'text-anchor="middle"') +
      text(
        0,
        0,
        21,
        inks.ink,
        up.label,
        `text-anchor="middle" transform="translate(46 ${(top + bottom) / 2}) rotate(-90)"`,
      ),
  )
}

export const curve = (list: readonly Point[], colour: string, w = 5, more = '') =>
  stroke(`M${points(list)}`, colour, w, more)
export const legend = (items: readonly (readonly [string, string])[], x: number, y: number) =>
  items
    .map(
      ([colour, words], i) =>
        rect(x, y + i * 34 - 15, 22, 18, colour, 'rx="4"') +
        text(x + 34, y + i * 34 + 1, 20, inks.ink, words),
    )
    .join('')
