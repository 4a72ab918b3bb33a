/** Pictures of making: tools, threads, drafts. */
import {
  circle,
  draw,
  ellipse,
  group,
  line,
  type Motif,
  mix,
  moved,
  overprint,
  path,
  polygon,
  rect,
  shaded,
  sheet,
  stipple,
  stroke,
} from '../svg'

export const toolWall: Motif = ({ p, random }) => {
  const shadow = (content: string) => overprint(group(content, `transform="translate(16 20)" opacity=".45"`))
  const tools: [number, number, number, (fill: string, second: string) => string][] = [
    [
      170,
      130,
      0,
      (a, b) =>
        rect(-18, 90, 36, 500, b, 'rx="16"') + path('M-100 20H70C100 20 120 50 120 96H70V92H-60L-100 70Z', a),
    ],
    [400, 120, 0, (a) => path('M-70 0a76 76 0 1 0 140 0L40 56H-40Z M-26 96H26V540a26 30 0 0 1 -52 0Z', a)],
    [
      620,
      120,
      0,
      (a, b) =>
        rect(-34, 0, 68, 240, b, 'rx="24"') +
        rect(-12, 236, 24, 250, a) +
        polygon(
          [
            [-22, 486],
            [22, 486],
            [14, 560],
            [-14, 560],
          ],
          a,
        ),
    ],
    [
      840,
      110,
      0,
      (a, b) =>
        polygon(
          [
            [-20, 0],
            [180, 0],
            [-20, 520],
          ],
          a,
        ) +
        polygon(
          [
            [22, 70],
            [116, 70],
            [22, 316],
          ],
          p.light,
        ) +
        draw(14, (i) => line(-20, 30 + i * 32, i % 2 ? 0 : 12, 30 + i * 32, b, 5)),
    ],
    [
      1140,
      120,
      0,
      (a, b) =>
        rect(-12, 180, 24, 380, b, 'rx="12"') +
        path('M-46 60C-60 130 -40 190 0 200C40 190 60 130 46 60C40 20 20 10 0 -10C-20 10 -40 20 -46 60Z', a),
    ],
    [
      1360,
      120,
      0,
      (a, b) =>
        circle(-70, 500, 62, 'none', `stroke="${b}" stroke-width="26"`) +
        circle(70, 500, 62, 'none', `stroke="${b}" stroke-width="26"`) +
        stroke('M-44 440L36 20M44 440L-36 20', a, 32) +
        circle(0, 240, 15, p.paper),
    ],
  ]
  return (
    sheet(p.light) +
    draw(20, (i) => draw(11, (k) => circle(42 + i * 80, 42 + k * 80, 6, mix(p.light, p.ink, 0.35)))) +
    stipple(random, { x: 0, y: 0, w: 1600, h: 900, count: 3800, colour: p.main, angle: 80 }) +
    tools
      .map(([x, y, turn, tool], i) => {
        const a = [p.ink, p.accent, mix(p.ink, p.main, 0.25), p.main, p.accent, p.ink][i] ?? p.ink
        const b = [p.main, p.ink, p.accent, p.ink, p.main, p.accent][i] ?? p.main
        return (
          shadow(moved(tool(mix(p.light, p.main, 0.6), mix(p.light, p.main, 0.6)), x, y, turn)) +
          moved(tool(a, b), x, y, turn)
        )
      })
      .join('') +
    shaded(random, rect(0, 780, 1600, 120, p.ink), {
      x: 0,
      y: 780,
      w: 1600,
      h: 120,
      count: 900,
      colour: p.main,
    }) +
    rect(0, 766, 1600, 22, p.main)
  )
}

export const loom: Motif = ({ p, random }) => {
  const colours = [p.main, p.accent, p.ink, p.light, p.main]
  return (
    sheet(p.paper) +
    draw(32, (i) => rect(12 + i * 50, 0, 30, 900, mix(p.paper, p.ink, 0.82))) +
    draw(13, (row) => {
      const y = 90 + row * 46
      const fill = colours[(row * 3 + Math.floor(row / 3)) % 5] ?? p.main
      const reach = row > 10 ? 1180 - (row - 10) * 210 : 1600
      return draw(32, (i) =>
        i * 50 > reach ? '' : (i + row) % 2 ? rect(i * 50 - 8, y, 62, 40, fill, 'rx="14"') : '',
      )
    }) +
    stipple(random, { x: 0, y: 80, w: 1600, h: 620, count: 1400, colour: p.ink, angle: 60 }) +
    rect(0, 36, 1600, 38, p.main) +
    rect(0, 70, 1600, 10, p.ink) +
    moved(
      path('M-210 0C-130 -70 130 -70 210 0C130 70 -130 70 -210 0Z', p.accent) +
        path('M-110 0C-70 -28 70 -28 110 0C70 28 -70 28 -110 0Z', p.ink) +
        rect(-70, -12, 140, 24, p.light, 'rx="12"'),
      1010,
      716,
      -9,
    ) +
    stroke('M800 746C700 760 640 690 560 650', p.light, 12)
  )
}

export const drafts: Motif = ({ p, random }) => {
  const leaf = (angle: number, dx: number, dy: number, marked: boolean, fill: string) =>
    moved(
      overprint(rect(-268, -346, 560, 720, p.main, 'opacity=".55"')) +
        shaded(random, rect(-280, -360, 560, 720, fill), {
          x: -280,
          y: -360,
          w: 560,
          h: 720,
          count: 900,
          colour: p.light,
          angle: 70,
          size: 4,
        }) +
        draw(15, (i) =>
          rect(
            -220,
            -300 + i * 42,
            [420, 390, 430, 260, 410, 440, 380][(i * 3) % 7] ?? 400,
            13,
            mix(fill, p.ink, 0.62),
          ),
        ) +
        (marked
          ? stroke('M-224 -252H160M-224 -126H80M-220 126H190', p.accent, 8) +
            stroke('M190 -210q60 -30 40 40t-10 80', p.accent, 7) +
            ellipse(-90, 6, 150, 36, 'none', `stroke="${p.accent}" stroke-width="8"`) +
            stroke('M-250 210l24 26l40 -56', p.accent, 10)
          : ''),
      800 + dx,
      450 + dy,
      angle,
    )
  const pencil =
    polygon(
      [
        [-26, -330],
        [26, -330],
        [26, 240],
        [-26, 240],
      ],
      p.accent,
    ) +
    rect(-9, -330, 18, 570, mix(p.accent, p.paper, 0.3)) +
    rect(-26, -390, 52, 64, p.light) +
    rect(-26, -344, 52, 20, p.ink) +
    polygon(
      [
        [-26, 240],
        [26, 240],
        [0, 330],
      ],
      p.light,
    ) +
    polygon(
      [
        [-9, 300],
        [9, 300],
        [0, 330],
      ],
      p.ink,
    )
  return (
    sheet(p.main) +
    stipple(random, { x: 0, y: 0, w: 1600, h: 900, count: 1800, colour: p.ink, angle: 30 }) +
    leaf(-17, -330, 60, false, mix(p.paper, p.light, 0.6)) +
    leaf(11, 270, 70, false, mix(p.paper, p.light, 0.3)) +
    leaf(-3, -20, 30, true, p.paper) +
    overprint(moved(rect(-26, -380, 52, 640, p.main, 'rx="20"'), 1190, 470, 28)) +
    moved(pencil, 1160, 440, 28)
  )
}
