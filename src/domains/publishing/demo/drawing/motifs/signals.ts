/** Pictures of messages: sealed, repeated, sent into the dark. */
import {
  between,
  circle,
  clipped,
  draw,
  ellipse,
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
  wave,
} from '../svg'

export const sealedLetter: Motif = ({ p, random }) =>
  sheet(p.main) +
  draw(7, (i) =>
    stroke(
      `M-40 ${170 + i * 110}C300 ${80 + i * 110} 420 ${270 + i * 110} 720 ${170 + i * 110}S1300 ${90 + i * 110} 1660 ${200 + i * 110}`,
      mix(p.main, p.light, 0.28),
      4,
    ),
  ) +
  moved(
    overprint(rect(-430, -250, 920, 600, p.main, 'opacity=".7"')) +
      shaded(random, rect(-470, -290, 940, 600, p.paper), {
        x: -470,
        y: -290,
        w: 940,
        h: 600,
        count: 4200,
        colour: p.light,
        size: 4,
      }) +
      polygon(
        [
          [-470, 310],
          [-90, -10],
          [90, -10],
          [470, 310],
        ],
        mix(p.paper, p.light, 0.35),
      ) +
      shaded(
        random,
        polygon(
          [
            [-470, -290],
            [470, -290],
            [0, 90],
          ],
          p.light,
        ),
        { x: -470, y: -290, w: 940, h: 380, count: 2600, colour: p.main, angle: 90 },
      ) +
      shaded(random, circle(0, 70, 128, p.accent), {
        x: -128,
        y: -58,
        w: 256,
        h: 256,
        count: 1300,
        colour: p.ink,
        angle: 50,
      }) +
      circle(0, 70, 94, 'none', `stroke="${p.ink}" stroke-width="5"`) +
      stroke('M-44 70L-12 104L50 34', p.ink, 17) +
      draw(5, (i) => rect(-420 + i * 34, 236, i % 2 ? 14 : 24, 40, p.ink)) +
      draw(3, (i) => rect(228, 204 + i * 28, 190 - i * 40, 10, p.main)),
    800,
    450,
    -7,
  )

export const bounces: Motif = ({ p, random }) => {
  let x = -40
  const arcs = [150, 210, 300, 430, 600].map((span, i) => {
    const start = x
    x += span
    return { start, span, tall: 190 + i * 100 }
  })
  return (
    sheet(p.paper) +
    shaded(random, rect(0, 740, 1600, 160, p.ink), {
      x: 0,
      y: 740,
      w: 1600,
      h: 160,
      count: 700,
      colour: p.main,
    }) +
    arcs
      .map(({ start, span, tall }, i) => {
        const d = `M${start} 740C${start + span * 0.12} ${740 - tall * 1.3} ${start + span * 0.88} ${740 - tall * 1.3} ${start + span} 740Z`
        return (
          overprint(
            shaded(random, path(d, [p.light, mix(p.light, p.main, 0.5)][i % 2] ?? p.light), {
              x: start,
              y: 740 - tall,
              w: span,
              h: tall,
              count: span * 5,
              colour: p.main,
              angle: 90,
            }),
          ) +
          stroke(d.replace('Z', ''), p.main, 6, 'stroke-dasharray="1 17"') +
          ellipse(start + span, 742, 44, 10, p.accent) +
          line(start + span, 742, start + span, 800, p.accent, 5)
        )
      })
      .join('') +
    shaded(random, circle(1345, 132, 84, p.main), {
      x: 1261,
      y: 48,
      w: 168,
      h: 168,
      count: 1000,
      colour: p.ink,
      angle: 45,
    }) +
    draw(4, (i) =>
      circle(1180 - i * 66, 200 + i * i * 17, 64 - i * 12, p.main, `opacity="${0.42 - i * 0.1}"`),
    ) +
    draw(5, (i) => line(1470, 90 + i * 40, 1470 + 30 + ((i * 37) % 60), 90 + i * 40, p.accent, 8))
  )
}

export const lighthouse: Motif = ({ p, random }) =>
  sheet(p.ink) +
  draw(110, () =>
    circle(random() * 1600, random() ** 1.3 * 560, between(random, 1, 3), p.light, 'opacity=".8"'),
  ) +
  polygon(
    [
      [500, 262],
      [1640, 20],
      [1640, 420],
    ],
    p.accent,
    'opacity=".9"',
  ) +
  clipped(
    polygon(
      [
        [500, 262],
        [1640, 20],
        [1640, 420],
      ],
      '#000',
    ),
    stipple(random, { x: 480, y: 0, w: 1160, h: 440, count: 6200, colour: p.ink, size: 4, angle: 0 }),
  ) +
  polygon(
    [
      [500, 262],
      [-40, 190],
      [-40, 350],
    ],
    p.accent,
    'opacity=".4"',
  ) +
  path('M140 900C180 700 300 640 380 650C520 640 690 720 760 900Z', mix(p.ink, '#000000', 0.45)) +
  shaded(
    random,
    polygon(
      [
        [440, 320],
        [560, 320],
        [606, 690],
        [394, 690],
      ],
      p.paper,
    ),
    { x: 394, y: 320, w: 212, h: 370, count: 1800, colour: p.ink, angle: 0 },
  ) +
  polygon(
    [
      [428, 420],
      [572, 420],
      [584, 500],
      [418, 500],
    ],
    p.main,
  ) +
  polygon(
    [
      [406, 590],
      [596, 590],
      [606, 690],
      [394, 690],
    ],
    p.main,
  ) +
  rect(426, 304, 148, 20, p.main) +
  rect(452, 220, 96, 86, p.accent) +
  draw(3, (i) => rect(462 + i * 36, 220, 5, 86, p.ink)) +
  polygon(
    [
      [434, 222],
      [566, 222],
      [500, 150],
    ],
    p.main,
  ) +
  rect(478, 600, 44, 90, p.ink, 'rx="22"') +
  path(wave(760, 16, 96, 0), p.main) +
  path(wave(806, 18, 120, 2), mix(p.main, p.ink, 0.4)) +
  path(wave(852, 14, 84, 4), mix(p.main, p.ink, 0.7)) +
  draw(3, (i) => stroke(`M${1010 + i * 190} ${700 - i * 36}q30 -28 56 0q26 -28 56 0`, p.paper, 6))
