/** Pictures of proof and passage: trees, networks, mazes, keys. */
import {
  between,
  circle,
  draw,
  line,
  type Motif,
  mix,
  moved,
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

export const merkle: Motif = ({ p, random }) => {
  const levels = [16, 8, 4, 2, 1]
  const at = (level: number, i: number): Point => [
    100 + ((i + 0.5) * 1400) / (levels[level] ?? 1),
    760 - level * 158,
  ]
  const chosen = (level: number, i: number) => i === 11 >> level
  const size = (level: number) => 50 + level * 15
  return (
    sheet(p.light) +
    draw(18, (i) => line(0, i * 52, 1600, i * 52, mix(p.light, p.main, 0.16), 3)) +
    overprint(
      shaded(
        random,
        polygon(
          [
            [800, 40],
            [1600, 860],
            [0, 860],
          ],
          mix(p.light, p.main, 0.3),
        ),
        { x: 0, y: 40, w: 1600, h: 820, count: 5200, colour: p.main, angle: 90 },
      ),
    ) +
    levels
      .slice(1)
      .map((count, k) =>
        draw(count, (i) => {
          const [x, y] = at(k + 1, i)
          return [0, 1]
            .map((child) => {
              const [cx, cy] = at(k, i * 2 + child)
              const hot = chosen(k + 1, i) && chosen(k, i * 2 + child)
              return stroke(`M${x} ${y}V${(y + cy) / 2}H${cx}V${cy}`, hot ? p.accent : p.ink, hot ? 13 : 6)
            })
            .join('')
        }),
      )
      .join('') +
    levels
      .map((count, level) =>
        draw(count, (i) => {
          const [x, y] = at(level, i)
          const s = size(level)
          const hot = chosen(level, i)
          const fill = hot ? p.accent : level === 0 ? p.main : mix(p.main, p.ink, level * 0.22)
          return (
            rect(x - s / 2, y - s / 2, s, s, fill, `rx="6" stroke="${p.ink}" stroke-width="5"`) +
            draw(3, (k) =>
              rect(
                x - s * 0.3,
                y - s * 0.26 + k * s * 0.2,
                s * (0.25 + ((i * 7 + k * 5 + level) % 4) * 0.11),
                s * 0.09,
                hot ? p.ink : p.paper,
              ),
            )
          )
        }),
      )
      .join('')
  )
}

export const journey: Motif = ({ p, random }) => {
  const nodes = times(
    26,
    (i): Point => [
      90 + (i % 7) * 236 + between(random, -70, 70),
      120 + Math.floor(i / 7) * 216 + between(random, -62, 62),
    ],
  )
  const near = (a: Point, b: Point) => Math.hypot(a[0] - b[0], a[1] - b[1])
  const links = nodes.flatMap((a, i) =>
    nodes
      .map((b, j) => ({ b, j, far: near(a, b) }))
      .filter(({ j, far }) => j > i && far < 330)
      .map(({ b }) =>
        stroke(
          `M${points([a])}Q${(a[0] + b[0]) / 2 + 26} ${(a[1] + b[1]) / 2 - 40} ${points([b])}`,
          mix(p.ink, p.main, 0.75),
          4,
        ),
      ),
  )
  const route = [0, 8, 9, 17, 18, 12, 20].map((i) => nodes[i] ?? ([0, 0] as const))
  return (
    sheet(p.ink) +
    [330, 250, 170]
      .map((r, i) =>
        circle(...((route[0] ?? [0, 0]) as [number, number]), r, mix(p.ink, p.main, 0.14 + i * 0.12)),
      )
      .join('') +
    [300, 215, 130]
      .map((r, i) =>
        circle(...((route[6] ?? [0, 0]) as [number, number]), r, mix(p.ink, p.main, 0.14 + i * 0.12)),
      )
      .join('') +
    stipple(random, {
      x: 0,
      y: 0,
      w: 1600,
      h: 900,
      count: 3600,
      colour: mix(p.ink, p.main, 0.5),
      angle: 20,
    }) +
    links.join('') +
    stroke(`M${points(route)}`, p.accent, 10, 'stroke-dasharray="2 22"') +
    nodes
      .map(
        ([x, y], i) =>
          circle(x, y, 19 + (i % 4) * 4, [p.light, p.main, p.paper][i % 3] ?? p.light) +
          circle(x, y, 8, p.ink),
      )
      .join('') +
    route
      .map(
        ([x, y], i) =>
          circle(x, y, i === 0 || i === 6 ? 58 : 34, p.accent) +
          circle(x, y, i === 0 || i === 6 ? 24 : 13, p.ink),
      )
      .join('')
  )
}

export const maze: Motif = ({ p, random }) => {
  const [columns, rows, cell] = [20, 10, 72]
  const open = new Set<string>()
  const seen = new Set(['0,0'])
  const stack: Point[] = [[0, 0]]
  while (stack.length > 0) {
    const [x, y] = stack.at(-1) ?? [0, 0]
    const next = (
      [
        [1, 0],
        [-1, 0],
        [0, 1],
        [0, -1],
      ] as const
    )
      .map(([dx, dy]): Point => [x + dx, y + dy])
      .filter(([a, b]) => a >= 0 && b >= 0 && a < columns && b < rows && !seen.has(`${a},${b}`))
    const to = next[Math.floor(random() * next.length)]
    if (!to) {
      stack.pop()
      continue
    }
    seen.add(`${to}`)
    open.add(`${x},${y}|${to}`)
    open.add(`${to}|${x},${y}`)
    stack.push(to)
  }
  const [left, top] = [80, 90]
  let walls = ''
  for (let y = 0; y <= rows; y += 1) {
    for (let x = 0; x <= columns; x += 1) {
      const [px, py] = [left + x * cell, top + y * cell]
      const edge = (y === 0 && x === 0) || (y === rows && x === columns - 1)
      if (x < columns && !edge && !open.has(`${x},${y - 1}|${x},${y}`)) walls += `M${px} ${py}h${cell}`
      if (y < rows && !open.has(`${x - 1},${y}|${x},${y}`)) walls += `M${px} ${py}v${cell}`
    }
  }
  const cover =
    'M470 -20C640 120 420 330 560 520S760 800 700 920H1180C1240 760 1010 640 1120 430S1180 90 1090 -20Z'
  return (
    sheet(p.paper) +
    stroke(walls, p.main, 20) +
    overprint(circle(left + 36, top + 30, 92, p.accent, 'opacity=".9"')) +
    overprint(circle(left + cell * 19.5, top + cell * 10 - 30, 92, p.accent, 'opacity=".9"')) +
    overprint(path(cover, p.main, 'transform="translate(30 16)" opacity=".4"')) +
    shaded(random, path(cover, p.ink), {
      x: 430,
      y: -20,
      w: 800,
      h: 940,
      count: 5200,
      colour: p.main,
      angle: 0,
    }) +
    stroke('M770 395C770 300 905 300 905 395C905 455 838 450 838 520', p.light, 34) +
    circle(838, 592, 24, p.light)
  )
}

export const keyring: Motif = ({ p, random }) => {
  const key = (fill: string, teeth: readonly number[], round: boolean) =>
    rect(-19, 150, 38, 410, fill) +
    teeth.map((w, i) => rect(10, 400 + i * 54, w, 34, fill)).join('') +
    (round ? circle(0, 90, 96, fill) : rect(-92, -6, 184, 184, fill, 'rx="26" transform="rotate(45 0 86)"')) +
    circle(0, 86, 44, p.light)
  const hung = (x: number, angle: number, fill: string, teeth: readonly number[], round = true) =>
    overprint(moved(key(mix(p.light, p.main, 0.5), teeth, round), x + 34, 176, angle)) +
    moved(key(fill, teeth, round), x, 150, angle) +
    circle(x, 150, 17, p.ink)
  return (
    sheet(p.light) +
    stipple(random, {
      x: 0,
      y: 0,
      w: 1600,
      h: 900,
      count: 5200,
      colour: mix(p.light, p.main, 0.45),
      angle: 60,
      size: 4,
    }) +
    rect(0, 92, 1600, 74, p.ink) +
    hung(250, 4, p.main, [86, 54, 86]) +
    hung(560, -7, p.ink, [60, 86, 40], false) +
    hung(870, 3, p.accent, [86, 40, 70]) +
    shaded(random, circle(1290, 560, 270, p.ink), {
      x: 1020,
      y: 290,
      w: 540,
      h: 540,
      count: 2600,
      colour: p.main,
      angle: 50,
    }) +
    circle(1290, 560, 232, 'none', `stroke="${p.main}" stroke-width="5"`) +
    circle(1290, 500, 76, p.accent) +
    polygon(
      [
        [1256, 540],
        [1324, 540],
        [1362, 700],
        [1218, 700],
      ],
      p.accent,
    )
  )
}
