/** Pictures of software that runs: belts, boards, buckets, towers. */
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

export const conveyor: Motif = ({ p, random }) => {
  const box = (x: number, size: number, fill: string, ticked: boolean) => {
    const y = 620 - size
    const lid = polygon(
      [
        [x, y],
        [x + size * 0.28, y - size * 0.2],
        [x + size * 1.28, y - size * 0.2],
        [x + size, y],
      ],
      mix(fill, p.paper, 0.45),
    )
    const side = polygon(
      [
        [x + size, y],
        [x + size * 1.28, y - size * 0.2],
        [x + size * 1.28, 620 - size * 0.2],
        [x + size, 620],
      ],
      mix(fill, p.ink, 0.45),
    )
    return (
      side +
      lid +
      shaded(random, rect(x, y, size, size, fill), {
        x,
        y,
        w: size,
        h: size,
        count: size * 4,
        colour: mix(fill, p.ink, 0.5),
        angle: 120,
      }) +
      rect(x + size * 0.42, y, size * 0.16, size * 0.4, p.paper, 'opacity=".7"') +
      (ticked
        ? stroke(
            `M${x + size * 0.3} ${y + size * 0.68}l${size * 0.13} ${size * 0.13}l${size * 0.25} ${-size * 0.26}`,
            p.ink,
            12,
          )
        : '')
    )
  }
  return (
    sheet(p.light) +
    shaded(random, rect(0, 0, 1600, 250, p.ink), {
      x: 0,
      y: 0,
      w: 1600,
      h: 250,
      count: 900,
      colour: p.main,
    }) +
    draw(9, (i) => line(i * 200 + 40, 0, i * 200 + 40, 250, mix(p.ink, p.main, 0.4), 4)) +
    rect(690, 0, 240, 330, p.main) +
    stipple(random, { x: 690, y: 0, w: 240, h: 330, count: 1500, colour: p.ink, angle: 20 }) +
    polygon(
      [
        [650, 330],
        [970, 330],
        [920, 404],
        [700, 404],
      ],
      p.ink,
    ) +
    circle(810, 190, 52, p.accent) +
    stroke('M810 190L836 158', p.ink, 9) +
    box(60, 170, p.accent, true) +
    box(360, 130, p.accent, true) +
    box(700, 190, p.main, false) +
    box(1090, 150, mix(p.main, p.light, 0.45), false) +
    box(1370, 180, mix(p.main, p.light, 0.45), false) +
    rect(-20, 620, 1640, 62, p.ink) +
    draw(
      17,
      (i) =>
        circle(46 + i * 96, 708, 40, p.ink) +
        circle(46 + i * 96, 708, 24, p.light) +
        circle(46 + i * 96, 708, 7, p.ink),
    ) +
    rect(0, 758, 1600, 142, p.paper) +
    stipple(random, { x: 0, y: 758, w: 1600, h: 142, count: 2600, colour: p.main, angle: 270 })
  )
}

export const circuit: Motif = ({ p, random }) => {
  const traces = draw(46, (i) => {
    const side = i % 4
    const lane = Math.floor(i / 4) - 5.5
    const away = between(random, 90, 250)
    const bend = between(random, 60, 190) * Math.sign(lane || 1)
    const start: Point =
      side === 0
        ? [590, 450 + lane * 26]
        : side === 1
          ? [1010, 450 + lane * 26]
          : side === 2
            ? [800 + lane * 26, 240]
            : [800 + lane * 26, 660]
    const [sx, sy] = start
    const way = side === 0 || side === 2 ? -1 : 1
    const flat = side < 2
    const a: Point = flat ? [sx + way * away, sy] : [sx, sy + way * away * 0.5]
    const b: Point = flat
      ? [a[0] + way * Math.abs(bend), a[1] + bend]
      : [a[0] + bend, a[1] + way * Math.abs(bend)]
    const c: Point = flat
      ? [b[0] + way * between(random, 60, 320), b[1]]
      : [b[0], b[1] + way * between(random, 20, 130)]
    const bright = random() > 0.86
    const colour = bright ? p.accent : random() > 0.5 ? p.main : mix(p.main, p.light, 0.5)
    return (
      stroke(`M${points([start, a, b, c])}`, colour, bright ? 9 : 6) +
      circle(c[0], c[1], 14, colour) +
      circle(c[0], c[1], 6, p.ink)
    )
  })
  return (
    sheet(p.ink) +
    stipple(random, {
      x: 0,
      y: 0,
      w: 1600,
      h: 900,
      count: 2600,
      colour: mix(p.ink, p.main, 0.4),
      angle: 30,
    }) +
    traces +
    rect(580, 230, 440, 440, p.light, 'rx="18"') +
    shaded(random, rect(606, 256, 388, 388, p.paper, 'rx="8"'), {
      x: 606,
      y: 256,
      w: 388,
      h: 388,
      count: 3200,
      colour: p.light,
      size: 4,
      angle: 45,
    }) +
    draw(5, (i) =>
      rect(650, 318 + i * 34, [220, 150, 260, 190, 110][i] ?? 100, 14, i === 2 ? p.main : p.ink, 'rx="7"'),
    ) +
    circle(924, 574, 34, p.accent) +
    circle(924, 574, 12, p.ink)
  )
}

export const bucket: Motif = ({ p, random }) => {
  const pail = 'M520 380H1080L1010 800H590Z'
  const token = (x: number, y: number, r = 40) =>
    circle(x, y, r, p.accent) + circle(x, y, r * 0.66, 'none', `stroke="${p.ink}" stroke-width="4"`)
  return (
    sheet(p.light) +
    shaded(random, circle(800, 470, 400, p.paper), {
      x: 400,
      y: 70,
      w: 800,
      h: 800,
      count: 3000,
      colour: p.light,
      size: 5,
    }) +
    rect(0, 800, 1600, 100, p.ink) +
    rect(720, -20, 160, 120, p.ink) +
    rect(690, 96, 220, 36, p.main) +
    [0, 1, 2].map((i) => token(800 + ([4, -8, 6][i] ?? 0), 190 + i * 92, 34)).join('') +
    clipped(
      path(pail, 'none'),
      rect(500, 370, 600, 440, mix(p.ink, p.main, 0.4)) +
        draw(58, (i) =>
          token(560 + (i % 8) * 70 + (Math.floor(i / 8) % 2) * 34, 780 - Math.floor(i / 8) * 58, 37),
        ),
    ) +
    overprint(
      shaded(random, path(pail, p.light, 'opacity=".85"'), {
        x: 520,
        y: 380,
        w: 560,
        h: 420,
        count: 3800,
        colour: p.main,
        angle: 15,
      }),
    ) +
    stroke('M505 380H1095', p.ink, 22) +
    stroke('M545 400C420 120 1180 120 1055 400', p.ink, 10) +
    rect(1000, 700, 150, 44, p.ink) +
    draw(4, (i) => token(1220 + i * 104, 722, 30)) +
    draw(
      5,
      (i) =>
        rect(60 + i * 84, 690 - (i % 2) * 0, 58, 110, i === 4 ? p.accent : p.main, 'rx="29"') +
        circle(89 + i * 84, 652, 29, i === 4 ? p.accent : p.main),
    )
  )
}

export const broadcast: Motif = ({ p, random }) =>
  sheet(p.main) +
  draw(8, (i) =>
    circle(
      420,
      500,
      900 - i * 108,
      [mix(p.main, p.ink, 0.12 + i * 0.03), mix(p.main, p.light, 0.06 + i * 0.035)][i % 2] ?? p.main,
    ),
  ) +
  stipple(random, { x: 0, y: 0, w: 1600, h: 900, count: 5200, colour: p.ink, angle: 10 }) +
  polygon(
    [
      [420, 330],
      [300, 900],
      [350, 900],
      [420, 560],
      [490, 900],
      [540, 900],
    ],
    p.ink,
  ) +
  draw(4, (i) => line(392 - i * 21, 500 + i * 96, 448 + i * 21, 500 + i * 96, p.ink, 8)) +
  circle(420, 318, 62, p.accent) +
  circle(420, 318, 26, p.ink) +
  draw(5, (i) => {
    const y = 170 + i * 128
    const up = i % 2 === 0
    return (
      rect(930, y, 560, 92, p.paper, 'rx="46"') +
      circle(976, y + 46, 26, up ? p.accent : p.light) +
      stroke(up ? `M964 ${y + 52}l12 -14l12 14` : `M964 ${y + 40}l12 14l12 -14`, p.ink, 6) +
      rect(1024, y + 36, [120, 90, 150, 80, 110][i] ?? 90, 20, p.ink, 'rx="10"') +
      stroke(
        `M${points(times(12, (k): Point => [1230 + k * 14, y + 46 + Math.sin(k * 1.3 + i * 2) * 17]))}`,
        p.main,
        6,
      ) +
      rect(1416, y + 36, 46, 20, up ? p.ink : p.main, 'rx="10"')
    )
  })
