/** Pictures of measurement: grids, rings, weeks, counts. */
import {
  between,
  circle,
  clipped,
  draw,
  line,
  type Motif,
  mix,
  overprint,
  type Point,
  path,
  points,
  polygon,
  rect,
  shaded,
  sheet,
  stipple,
  stroke,
  times,
} from '../svg'

export const heatmap: Motif = ({ p, random }) => {
  const heat = (column: number, row: number) => {
    const day = Math.exp(-(((column - 14.5) / 4.4) ** 2)) + 0.55 * Math.exp(-(((column - 8) / 2.6) ** 2))
    return Math.min(1, Math.max(0.04, day * (row > 4 ? 0.5 : 1) * 0.85 + (random() - 0.5) * 0.26))
  }
  return (
    sheet(p.ink) +
    shaded(random, path('M120 250A680 680 0 0 1 1480 250Z', mix(p.ink, p.main, 0.3)), {
      x: 120,
      y: -60,
      w: 1360,
      h: 310,
      count: 1800,
      colour: p.main,
      angle: 270,
    }) +
    circle(985, 118, 62, p.accent) +
    stroke('M120 250H1480', p.light, 4) +
    draw(24, (column) =>
      draw(7, (row) => {
        const h = heat(column, row)
        const fill =
          h > 0.5
            ? mix(p.light, p.accent, Math.min(1, (h - 0.5) / 0.16))
            : mix(mix(p.ink, p.main, 0.35), p.light, (h / 0.5) ** 1.5)
        return rect(122 + column * 57, 300 + row * 74, 48, 64, fill, 'rx="7"')
      }),
    ) +
    stipple(random, { x: 122, y: 300, w: 1360, h: 520, count: 3200, colour: p.ink, angle: 120 })
  )
}

export const rings: Motif = ({ p, random }) => {
  const ring = (r: number, seed: number): Point[] =>
    times(96, (i) => {
      const t = (i / 96) * Math.PI * 2
      const rough =
        1 +
        0.035 * Math.sin(t * 3 + seed * 0.3) +
        0.02 * Math.sin(t * 7 - seed * 0.2) +
        0.05 * Math.cos(t - 0.6)
      return [700 + Math.cos(t) * r * rough * 1.06, 450 + Math.sin(t) * r * rough]
    })
  const radii = [420, 392, 374, 344, 326, 300, 262, 250, 224, 186, 170, 138, 112, 74, 44, 20]
  return (
    sheet(p.light) +
    overprint(
      polygon(
        ring(440, 0).map(([x, y]): Point => [x + 44, y + 34]),
        p.main,
        'opacity=".55"',
      ),
    ) +
    polygon(ring(446, 0), p.ink) +
    radii
      .map((r, i) => polygon(ring(r, i), i % 2 ? mix(p.paper, p.main, 0.16 + (i % 3) * 0.14) : p.paper))
      .join('') +
    radii
      .map((r, i) => (i % 3 === 1 ? polygon(ring(r, i), 'none', `stroke="${p.main}" stroke-width="5"`) : ''))
      .join('') +
    clipped(
      polygon(ring(446, 0), '#000'),
      stipple(random, { x: 300, y: 60, w: 800, h: 780, count: 2200, colour: p.main, angle: 20 }),
    ) +
    polygon(
      [
        [700, 450],
        [1260, 250],
        [1260, 470],
      ],
      p.light,
    ) +
    stroke('M700 450L1160 285M700 450L1172 466', p.ink, 6) +
    line(880, 408, 1330, 408, p.accent, 7) +
    line(1010, 380, 1330, 316, p.accent, 7) +
    line(790, 440, 1330, 500, p.accent, 7) +
    [316, 408, 500]
      .map(
        (y, i) =>
          circle(1352, y, 22, p.accent) + rect(1388, y - 9, [130, 90, 160][i] ?? 90, 18, p.ink, 'rx="9"'),
      )
      .join('')
  )
}

export const week: Motif = ({ p, random }) => {
  const heights = [430, 520, 560, 500, 470, 200, 150]
  return (
    sheet(p.light) +
    rect(1116, 0, 484, 900, p.ink) +
    shaded(random, circle(1116, 300, 190, p.accent), {
      x: 926,
      y: 110,
      w: 380,
      h: 380,
      count: 1800,
      colour: p.ink,
      angle: 0,
    }) +
    draw(40, () =>
      circle(between(random, 1140, 1580), between(random, 30, 560), between(random, 1.5, 3.4), p.light),
    ) +
    heights
      .map((tall, i) => {
        const x = 70 + i * 212
        const weekend = i > 4
        const fill = weekend ? mix(p.main, p.ink, 0.45) : i % 2 ? p.main : mix(p.main, p.ink, 0.2)
        const lit = draw(Math.floor(tall / 62), (row) =>
          draw(4, (k) =>
            rect(
              x + 24 + k * 40,
              800 - tall + 28 + row * 60,
              24,
              32,
              weekend
                ? random() > 0.8
                  ? p.accent
                  : mix(p.ink, p.main, 0.25)
                : random() > 0.25
                  ? p.paper
                  : mix(p.main, p.ink, 0.5),
            ),
          ),
        )
        return (
          shaded(random, rect(x, 800 - tall, 190, tall, fill), {
            x,
            y: 800 - tall,
            w: 190,
            h: tall,
            count: tall * 3,
            colour: p.ink,
            angle: 20,
          }) + lit
        )
      })
      .join('') +
    rect(0, 800, 1600, 100, mix(p.ink, '#000000', 0.3)) +
    draw(7, (i) => rect(148 + i * 212, 840, 34, 12, i > 4 ? p.accent : p.light, 'rx="6"'))
  )
}

export const histogram: Motif = ({ p, random }) => {
  const bars = times(
    29,
    (i) => 60 + 520 * Math.exp(-((Math.log((i + 1.6) / 7) / 0.62) ** 2)) + between(random, -16, 16),
  )
  const curve = times(
    29,
    (i): Point => [128 + i * 48, 770 - (60 + 520 * Math.exp(-((Math.log((i + 1.6) / 7) / 0.62) ** 2)))],
  )
  return (
    sheet(p.paper) +
    draw(22, (i) => line(90 + i * 66, 90, 90 + i * 66, 772, p.light, 2, 'opacity=".6"')) +
    draw(11, (i) => line(90, 90 + i * 68, 1510, 90 + i * 68, p.light, 2, 'opacity=".6"')) +
    bars
      .map((tall, i) => {
        const bar = rect(
          106 + i * 48,
          770 - tall,
          40,
          tall,
          i > 20 ? p.accent : i > 13 ? mix(p.main, p.light, 0.5) : p.main,
        )
        return shaded(random, bar, {
          x: 106 + i * 48,
          y: 770 - tall,
          w: 40,
          h: tall,
          count: tall * 1.1,
          colour: p.ink,
          angle: 80,
        })
      })
      .join('') +
    stroke(`M${points(curve)}`, p.ink, 9) +
    circle(curve[6]?.[0] ?? 0, curve[6]?.[1] ?? 0, 24, p.accent) +
    line(curve[6]?.[0] ?? 0, 190, curve[6]?.[0] ?? 0, 60, p.ink, 5, 'stroke-dasharray="2 14"') +
    rect(0, 770, 1600, 130, p.ink) +
    draw(15, (i) => rect(124 + i * 96, 796, 4, i % 5 ? 18 : 36, p.light))
  )
}
