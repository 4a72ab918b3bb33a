/** Pictures of what is kept: coins, reflections, drawers. */
import {
  between,
  circle,
  draw,
  ellipse,
  group,
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

export const slicedCoin: Motif = ({ p, random }) => {
  const stack = (x: number, count: number, fill: string) =>
    draw(count, (i) => {
      const y = 760 - i * 40
      const dx = x + Math.sin(i * 1.7 + x) * 7
      return (
        path(`M${dx - 118} ${y}v34a118 38 0 0 0 236 0v-34Z`, mix(fill, p.ink, 0.4)) +
        draw(11, (k) =>
          line(dx - 96 + k * 19.4, y + 28, dx - 96 + k * 19.4, y + 44, mix(fill, p.ink, 0.65), 3),
        ) +
        ellipse(dx, y, 118, 38, fill) +
        ellipse(dx, y, 86, 26, 'none', `stroke="${mix(fill, p.ink, 0.35)}" stroke-width="4"`)
      )
    })
  const slice = (from: number, to: number, shift: number, fill: string) => {
    const arc = times(25, (i): Point => {
      const t = from + ((to - from) * i) / 24
      return [Math.cos(t) * 230, Math.sin(t) * 230]
    })
    const middle = (from + to) / 2
    return moved(
      shaded(random, polygon([[0, 0], ...arc], fill), {
        x: -230,
        y: -230,
        w: 460,
        h: 460,
        count: 2000,
        colour: p.ink,
        angle: 60,
      }) +
        stroke(
          `M${points(arc.map(([x, y]): Point => [x * 0.86, y * 0.86]))}`,
          p.ink,
          5,
          'stroke-dasharray="2 15"',
        ),
      1080 + Math.cos(middle) * shift,
      350 + Math.sin(middle) * shift,
    )
  }
  return (
    sheet(p.main) +
    rect(0, 680, 1600, 220, p.ink) +
    circle(1080, 350, 310, mix(p.main, p.ink, 0.22)) +
    stack(180, 5, p.light) +
    stack(455, 9, p.accent) +
    stack(720, 3, p.light) +
    slice(0.35, 2.35, 10, p.accent) +
    slice(2.35, 4.4, 22, p.light) +
    slice(4.4, 5.85, 16, p.accent) +
    slice(5.85, 6.63, 84, p.paper) +
    circle(1420, 690, 9, p.accent) +
    circle(1374, 742, 6, p.paper) +
    circle(1330, 704, 5, p.accent)
  )
}

export const reflection: Motif = ({ p, random }) => {
  const peaks: Point[] = [
    [-20, 460],
    [150, 300],
    [250, 370],
    [460, 120],
    [640, 330],
    [760, 240],
    [980, 400],
    [1180, 190],
    [1380, 380],
    [1480, 320],
    [1620, 460],
  ]
  const snow = (list: Point[]) => polygon(list, p.paper)
  const hills =
    shaded(random, polygon(peaks, p.main), {
      x: 0,
      y: 120,
      w: 1600,
      h: 340,
      count: 6000,
      colour: p.ink,
      angle: 60,
    }) +
    snow([
      [460, 120],
      [376, 218],
      [430, 200],
      [462, 236],
      [500, 206],
      [546, 218],
    ]) +
    snow([
      [1180, 190],
      [1112, 262],
      [1160, 252],
      [1196, 280],
      [1226, 250],
      [1262, 268],
    ]) +
    draw(22, (i) =>
      polygon(
        [
          [i * 76 - 20, 462],
          [i * 76 + 4, 462 - 60 - ((i * 31) % 50)],
          [i * 76 + 28, 462],
        ],
        p.ink,
      ),
    )
  return (
    sheet(p.light) +
    circle(800, 210, 120, p.accent) +
    hills +
    rect(0, 460, 1600, 440, mix(p.main, p.ink, 0.25)) +
    group(
      group(circle(800, 210, 120, p.accent) + hills, 'transform="translate(0 920) scale(1 -1)"'),
      'opacity=".55"',
    ) +
    draw(34, () => {
      const x = between(random, -60, 1500)
      const y = 490 + random() ** 1.4 * 390
      return rect(
        x,
        y,
        between(random, 60, 340),
        between(random, 3, 9),
        random() > 0.5 ? p.ink : p.light,
        'opacity=".55"',
      )
    }) +
    rect(0, 456, 1600, 8, p.ink)
  )
}

export const drawers: Motif = ({ p, random }) => {
  const face = (x: number, y: number, fill: string) =>
    rect(x, y, 196, 136, fill) +
    rect(x + 52, y + 26, 92, 40, p.paper) +
    rect(x + 64, y + 40, 68, 6, p.ink, 'opacity=".6"') +
    rect(x + 64, y + 52, 40, 5, p.ink, 'opacity=".4"') +
    stroke(`M${x + 72} ${y + 94}q26 22 52 0`, p.ink, 8)
  return (
    sheet(p.ink) +
    draw(35, (i) => {
      const [column, row] = [i % 7, Math.floor(i / 7)]
      const [x, y] = [74 + column * 210, 76 + row * 152]
      const fill =
        [p.main, mix(p.main, p.ink, 0.22), mix(p.main, p.light, 0.18)][(column * 2 + row * 3) % 3] ?? p.main
      return shaded(random, face(x, y, fill), { x, y, w: 196, h: 136, count: 0, colour: p.ink })
    }) +
    stipple(random, { x: 74, y: 76, w: 1456, h: 744, count: 8000, colour: p.ink, angle: 50 }) +
    rect(704, 228, 196, 136, '#000000', 'opacity=".55"') +
    polygon(
      [
        [712, 236],
        [892, 236],
        [960, 300],
        [644, 300],
      ],
      mix(p.accent, p.ink, 0.5),
    ) +
    draw(6, (i) =>
      polygon(
        [
          [700 - i * 8, 238 + i * 9],
          [736 + i * 10, 180 + i * 10],
          [880 + i * 8, 184 + i * 10],
          [896 + i * 9, 238 + i * 9],
        ],
        i % 2 ? p.paper : p.light,
      ),
    ) +
    overprint(rect(640, 420, 340, 60, p.ink, 'opacity=".4"')) +
    rect(632, 296, 340, 176, p.accent) +
    rect(724, 330, 156, 62, p.paper) +
    rect(744, 350, 110, 8, p.ink) +
    rect(744, 368, 70, 7, p.ink, 'opacity=".6"') +
    stroke('M760 424q42 30 84 0', p.ink, 11)
  )
}
