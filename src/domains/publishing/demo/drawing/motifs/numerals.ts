/** Pictures of counting: the clock and the weekly numeral. */
import {
  between,
  circle,
  draw,
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
  text,
} from '../svg'

export const clock: Motif = ({ p, random, seed }) => {
  const flip = seed.length % 2 === 0
  const [x, y, r] = [flip ? 640 : 930, 450, 380]
  const gear = (gx: number, gy: number, size: number, teeth: number, fill: string) =>
    group(
      draw(teeth, (i) =>
        moved(
          polygon(
            [
              [-size * 0.11, -size * 1.16],
              [size * 0.11, -size * 1.16],
              [size * 0.15, -size * 0.9],
              [-size * 0.15, -size * 0.9],
            ],
            fill,
          ),
          gx,
          gy,
          (i * 360) / teeth,
        ),
      ) +
        circle(gx, gy, size, fill) +
        circle(gx, gy, size * 0.62, 'none', `stroke="${p.ink}" stroke-width="${size * 0.07}" opacity=".5"`) +
        circle(gx, gy, size * 0.2, p.ink),
    )
  const side = flip ? 1 : -1
  return (
    sheet(p.main) +
    gear(x + side * 570, 230, 170, 14, mix(p.main, p.ink, 0.35)) +
    gear(x + side * 470, 690, 210, 18, p.accent) +
    overprint(circle(x + 30, y + 30, r + 16, p.ink, 'opacity=".5"')) +
    circle(x, y, r + 14, p.ink) +
    circle(x, y, r - 14, p.paper) +
    shaded(random, path(`M${x} ${y - r + 14}A${r - 14} ${r - 14} 0 0 1 ${x} ${y + r - 14}Z`, p.light), {
      x,
      y: y - r,
      w: r,
      h: r * 2,
      count: 4200,
      colour: p.main,
      angle: 20,
    }) +
    draw(60, (i) =>
      moved(rect(i % 5 ? -3 : -8, -r + 30, i % 5 ? 6 : 16, i % 5 ? 22 : 48, p.ink), x, y, i * 6),
    ) +
    moved(rect(-13, -210, 26, 250, p.ink, 'rx="13"'), x, y, 305) +
    moved(rect(-9, -300, 18, 350, p.ink, 'rx="9"'), x, y, 62) +
    moved(rect(-4, -320, 8, 410, p.accent, 'rx="4"'), x, y, 196) +
    circle(x, y, 28, p.accent) +
    circle(x, y, 10, p.ink)
  )
}

const strokesOfFive = (x: number, y: number, size: number, colour: string, random: () => number) =>
  draw(4, (i) =>
    line(
      x + i * size * 0.3 + between(random, -4, 4),
      y,
      x + i * size * 0.3 + between(random, -8, 8),
      y + size,
      colour,
      size * 0.1,
    ),
  ) + line(x - size * 0.22, y + size * 0.78, x + size * 1.12, y + size * 0.2, colour, size * 0.1)

export const numeral: Motif = ({ p, random, label }) => {
  const turn = Number(label) % 4
  const [ground, figure, marks] = ([
    [p.main, p.paper, p.ink],
    [p.ink, p.main, p.light],
    [p.paper, p.main, p.ink],
    [p.accent, p.paper, p.ink],
  ][turn] ?? [p.main, p.paper, p.ink]) as [string, string, string]
  const count = Number(label)
  const shape =
    turn % 2
      ? circle(1150, 450, 390, mix(ground, figure, 0.22))
      : polygon(
          [
            [760, 900],
            [1180, 60],
            [1600, 900],
          ],
          mix(ground, figure, 0.25),
        )
  return (
    sheet(ground) +
    shaded(random, shape, {
      x: 700,
      y: 60,
      w: 900,
      h: 840,
      count: 5600,
      colour: ground,
      size: 4,
      angle: turn * 60,
    }) +
    draw(Math.floor(count / 5), (i) =>
      strokesOfFive(136 + (i % 4) * 168, 132 + Math.floor(i / 4) * 226, 132, marks, random),
    ) +
    draw(count % 5, (i) =>
      line(
        136 + (Math.floor(count / 5) % 4) * 168 + i * 40,
        132 + Math.floor(count / 20) * 226,
        132 + (Math.floor(count / 5) % 4) * 168 + i * 40,
        264 + Math.floor(count / 20) * 226,
        marks,
        13,
      ),
    ) +
    text(
      1160,
      650,
      600,
      figure,
      label,
      `text-anchor="middle" letter-spacing="-30" stroke="${figure}" stroke-width="26" stroke-linejoin="round"`,
    ) +
    overprint(
      text(
        1180,
        668,
        600,
        'none',
        label,
        `text-anchor="middle" letter-spacing="-30" stroke="${marks}" stroke-width="5"`,
      ),
    )
  )
}
