/** The mark of Tallystick: a split stick, four cuts and one across. */
import { path, rect, stroke, text } from './svg'

const cuts = [66, 100, 134, 168]

/** The two halves, notched from outside; the accent stroke makes the fifth of the tally. */
const mark = (stick: string, accent: string) => {
  const left = `M8 30H52V226H8${cuts
    .toReversed()
    .map((y) => `V${y + 12}L34 ${y}L8 ${y - 12}`)
    .join('')}Z`
  const right = `M64 30H108${cuts
    .slice(0, 3)
    .map((y) => `V${y - 12}L82 ${y}L108 ${y + 12}`)
    .join('')}V172L64 188Z`
  return path(left, stick) + path(right, stick) + stroke('M-14 206L132 82', accent, 15)
}

/** As wide as what is drawn: space beside it would put a centred logo off its centre. */
const width = 792

export const logoSvg = (ink = '#1f1d22', accent = '#d4412f') =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="256" viewBox="-22 0 ${width} 256" role="img"><title>Tallystick</title><g>${mark(ink, accent)}</g>${text(178, 172, 150, ink, 'Tallystick', `letter-spacing="-5" stroke="${ink}" stroke-width="4.5"`)}</svg>`

export const iconSvg = () =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="512" height="512" viewBox="0 0 512 512">${rect(0, 0, 512, 512, '#d4412f')}<g transform="translate(160 66) scale(1.5)">${mark('#f5eee1', '#1f1d22')}</g></svg>`
