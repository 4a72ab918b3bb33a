/** Pictures in layers: a map and an exploded drawing. */
import {
  blob,
  circle,
  draw,
  ellipse,
  group,
  line,
  type Motif,
  mix,
  overprint,
  path,
  rect,
  sheet,
  stipple,
  stroke,
} from '../svg'

export const topography: Motif = ({ p, random }) => {
  const hill = (x: number, y: number, r: number, count: number, from: string, to: string) =>
    draw(count, (i) => {
      const share = 1 - i / count
      const d = blob(() => 0.31 + x / 5000, x - i * 7, y - i * 9, r * share * 1.3, r * share, 0.13)
      return (
        overprint(path(d, mix(from, p.ink, 0.25), 'opacity=".35" transform="translate(10 14)"')) +
        path(d, mix(from, to, i / count))
      )
    })
  return (
    sheet(mix(p.light, p.paper, 0.4)) +
    draw(9, (i) => line(i * 200, 0, i * 200, 900, p.light, 3) + line(0, i * 200, 1600, i * 200, p.light, 3)) +
    hill(430, 520, 430, 9, p.light, p.main) +
    hill(1220, 400, 480, 10, p.light, mix(p.main, p.ink, 0.55)) +
    stipple(random, { x: 0, y: 0, w: 1600, h: 900, count: 4800, colour: p.ink, angle: 45 }) +
    stroke(
      'M70 830C240 700 330 860 470 720S610 470 800 560S930 760 1060 620S1060 380 1160 330',
      p.paper,
      13,
      'stroke-dasharray="2 27"',
    ) +
    (
      [
        [70, 830],
        [470, 720],
        [800, 560],
        [1060, 620],
      ] as const
    )
      .map(([x, y]) => circle(x, y, 22, p.paper) + circle(x, y, 10, p.ink))
      .join('') +
    line(1160, 336, 1160, 140, p.ink, 10) +
    path('M1164 140L1310 184L1164 232Z', p.accent) +
    ellipse(1160, 340, 26, 12, p.ink)
  )
}

export const layers: Motif = ({ p, random }) => {
  const plate = (y: number, fill: string, inside: string, opacity = 1) =>
    group(
      group(rect(-330, -330, 660, 660, fill, `opacity="${opacity}"`) + inside),
      `transform="translate(800 ${y}) scale(1 .52) rotate(45)"`,
    )
  return (
    sheet(p.ink) +
    stipple(random, {
      x: 0,
      y: 0,
      w: 1600,
      h: 900,
      count: 3000,
      colour: mix(p.ink, p.main, 0.6),
      angle: 90,
    }) +
    (
      [
        [-467, 0],
        [467, 0],
      ] as const
    )
      .map(([x]) => line(800 + x, 210, 800 + x, 690, p.light, 3, 'stroke-dasharray="2 12"'))
      .join('') +
    plate(
      690,
      p.paper,
      draw(
        9,
        (i) =>
          line(-330, -264 + i * 66, 330, -264 + i * 66, p.light, 3) +
          line(-264 + i * 66, -330, -264 + i * 66, 330, p.light, 3),
      ),
    ) +
    plate(
      530,
      p.main,
      circle(-60, 40, 200, mix(p.main, p.ink, 0.3)) + rect(20, -230, 220, 220, p.light),
      0.92,
    ) +
    plate(
      370,
      p.accent,
      stipple(random, { x: -330, y: -330, w: 660, h: 660, count: 2600, colour: p.ink, size: 5, angle: 45 }) +
        circle(-60, 40, 200, mix(p.accent, p.paper, 0.35)),
      0.92,
    ) +
    plate(
      210,
      p.light,
      circle(-60, 40, 200, p.main) +
        rect(20, -230, 220, 220, p.accent) +
        stroke('M-260 250L-120 110L0 190L220 -40', p.ink, 16) +
        circle(220, -40, 26, p.ink),
    )
  )
}
