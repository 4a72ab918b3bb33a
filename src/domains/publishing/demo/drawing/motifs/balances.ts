/** Pictures of what hangs, swings, falls or must be paid. */
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
  text,
  times,
} from '../svg'

export const balance: Motif = ({ p, random }) =>
  sheet(p.main) +
  shaded(random, circle(800, 900, 620, mix(p.main, p.ink, 0.25)), {
    x: 180,
    y: 280,
    w: 1240,
    h: 620,
    count: 5200,
    colour: p.ink,
    angle: 90,
  }) +
  stroke('M800 90V250', p.paper, 6) +
  stroke('M330 330Q800 170 1270 290', p.paper, 12) +
  circle(800, 240, 22, p.accent) +
  stroke('M340 326V470M1262 288V360', p.paper, 5) +
  stroke('M180 500Q340 440 520 480', p.paper, 9) +
  stroke('M190 498V600M512 478V560', p.paper, 4) +
  shaded(random, circle(190, 680, 84, p.accent), {
    x: 106,
    y: 596,
    w: 168,
    h: 168,
    count: 900,
    colour: p.ink,
    angle: 40,
  }) +
  polygon(
    [
      [512, 560],
      [590, 700],
      [434, 700],
    ],
    p.light,
  ) +
  circle(340, 470, 13, p.ink) +
  shaded(random, circle(1262, 520, 160, p.paper), {
    x: 1102,
    y: 360,
    w: 320,
    h: 320,
    count: 2200,
    colour: p.main,
    angle: 40,
  }) +
  circle(
    1262,
    520,
    128,
    'none',
    `stroke="${p.main}" stroke-width="5" stroke-dasharray="3 14" stroke-linecap="round"`,
  ) +
  stroke('M1262 450V590M1215 482Q1262 440 1309 482M1215 560Q1262 600 1309 560', p.main, 13) +
  rect(700, 830, 200, 70, p.ink)

export const dominoes: Motif = ({ p, random }) => {
  const tiles = times(11, (i) => ({
    x: 130 + i * 128,
    tilt: Math.max(0, 66 - i * 9.4),
    size: 0.72 + i * 0.045,
  }))
  return (
    sheet(p.paper) +
    shaded(random, path('M0 640H1600V900H0Z', p.light), {
      x: 0,
      y: 640,
      w: 1600,
      h: 260,
      count: 5200,
      colour: p.main,
      angle: 90,
    }) +
    shaded(random, circle(1240, 300, 190, p.accent), {
      x: 1050,
      y: 110,
      w: 380,
      h: 380,
      count: 1600,
      colour: p.paper,
      size: 4,
      angle: 200,
    }) +
    tiles
      .map(({ x, tilt, size }, i) => {
        const fill = i > 8 ? p.accent : i % 2 ? p.main : p.ink
        const tile =
          polygon(
            [
              [0, 0],
              [0, -330],
              [34, -350],
              [34, -20],
            ],
            mix(fill, '#000000', 0.35),
          ) +
          rect(-108, -330, 108, 330, fill, 'rx="8"') +
          line(-92, -165, -16, -165, p.paper, 5) +
          draw((i % 3) + 1, (k) => circle(-80 + (k % 2) * 54, -290 + k * 44, 12, p.paper)) +
          draw(((i + 1) % 3) + 1, (k) => circle(-80 + (k % 2) * 54, -124 + k * 44, 12, p.paper))
        return overprint(ellipse(x + 40 + tilt * 3, 724, 130, 16, p.light)) + moved(tile, x, 725, tilt, size)
      })
      .join('')
  )
}

export const pendulum: Motif = ({ p, random }) => {
  const angles = [-46, -34, -22, -10, 4, 20, 38]
  return (
    sheet(p.ink) +
    draw(9, (i) =>
      circle(800, 60, 170 + i * 92, 'none', `stroke="${mix(p.ink, p.main, 0.5)}" stroke-width="3"`),
    ) +
    angles
      .map((angle, i) => {
        const last = i === angles.length - 1
        const share = 0.15 + i * 0.1
        const fill = last ? p.accent : mix(p.ink, p.light, share)
        return moved(
          line(0, 0, 0, 560, fill, last ? 7 : 4) +
            (last
              ? shaded(random, circle(0, 610, 96, fill), {
                  x: -96,
                  y: 514,
                  w: 192,
                  h: 192,
                  count: 1100,
                  colour: p.ink,
                  angle: 60,
                })
              : circle(0, 610, 74 + i * 3, fill)),
          800,
          60,
          -angle,
        )
      })
      .join('') +
    rect(560, 0, 480, 60, p.paper) +
    circle(800, 60, 20, p.accent) +
    stroke('M190 830H1410', p.light, 5, 'stroke-dasharray="1 38"') +
    text(180, 800, 44, p.light, '−', 'text-anchor="middle"') +
    text(1420, 800, 44, p.light, '+', 'text-anchor="middle"')
  )
}

export const mirrors: Motif = ({ p, random }) =>
  sheet(p.main) +
  draw(9, (i) => {
    const size = 1 - i * 0.115
    const fill = [p.ink, p.light, p.main][i % 3] ?? p.ink
    return moved(
      rect(-720, -420, 1440, 840, fill) +
        (i % 3 === 1
          ? stipple(random, { x: -720, y: -420, w: 1440, h: 840, count: 2400, colour: p.main, angle: 45 })
          : '') +
        (i % 3 === 1
          ? circle(-600, -310, 44, p.accent) + rect(-530, -330, 260, 40, p.ink, 'opacity=".25"')
          : circle(-600, -310, 44, mix(fill, p.light, 0.25))),
      800 + i * 14,
      450 + i * 9,
      -i * 2.6,
      size,
    )
  }) +
  moved(circle(0, 0, 46, p.accent) + circle(0, 0, 20, p.paper), 925, 530)

export const receipt: Motif = ({ p, random }) => {
  const curl =
    'M560 -20H1040V700C1040 790 980 800 940 770C900 740 850 750 850 820C850 880 700 890 620 850C570 825 560 780 560 720Z'
  const row = (y: number, w: number, bold = false) =>
    rect(610, y, w, bold ? 22 : 12, bold ? p.ink : mix(p.paper, p.ink, 0.45)) +
    rect(920, y, 70, bold ? 22 : 12, bold ? p.accent : p.main)
  return (
    sheet(p.light) +
    shaded(random, rect(0, 560, 1600, 340, p.main), {
      x: 0,
      y: 560,
      w: 1600,
      h: 340,
      count: 5000,
      colour: p.ink,
    }) +
    overprint(path(curl, p.main, 'opacity=".5" transform="translate(46 30)"')) +
    shaded(random, path(curl, p.paper), {
      x: 560,
      y: 500,
      w: 480,
      h: 380,
      count: 2600,
      colour: p.light,
      angle: 70,
    }) +
    stroke('M800 60L840 100L800 140L760 100Z', p.ink, 7) +
    [210, 262, 314, 366, 418].map((y, i) => row(y, [210, 160, 240, 130, 190][i] ?? 100)).join('') +
    stroke('M610 478H990', p.ink, 4, 'stroke-dasharray="2 14"') +
    row(512, 150, true) +
    draw(26, (i) => rect(612 + i * 14.6, 580, (i * 7) % 3 ? 4 : 9, 92, p.ink)) +
    group(
      circle(1240, 640, 120, p.accent) +
        circle(1240, 620, 120, mix(p.accent, p.paper, 0.35)) +
        circle(1240, 620, 84, 'none', `stroke="${p.accent}" stroke-width="9"`),
    ) +
    group(
      circle(330, 700, 90, p.ink) +
        circle(330, 684, 90, p.light) +
        circle(330, 684, 60, 'none', `stroke="${p.ink}" stroke-width="7"`),
    )
  )
}
