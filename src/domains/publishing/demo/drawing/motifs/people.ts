/** Pictures of people and what they leave for each other: conversation, signs, letters. */
import {
  between,
  circle,
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
  text,
} from '../svg'

const profile =
  'M0 470C-6 360 36 330 40 270C10 240 -26 200 -22 130C-18 40 60 -40 170 -40C290 -40 366 40 366 150C366 240 330 300 330 360C330 400 380 430 430 470Z'
const faceLine =
  'M-22 130C-30 160 -62 190 -60 206C-58 216 -36 216 -34 224C-32 234 -42 240 -40 250C-38 256 -30 258 -32 266C-36 280 -30 300 4 296C26 294 38 290 40 270Z'

export const conversation: Motif = ({ p, random }) => {
  const head = (fill: string, hair: string) =>
    shaded(random, path(profile, fill) + path(faceLine, fill), {
      x: -60,
      y: -40,
      w: 480,
      h: 510,
      count: 0,
      colour: p.ink,
    }) +
    path(
      'M-10 90C10 -20 90 -66 190 -62C320 -56 400 40 384 170C372 260 340 270 322 330C300 250 300 190 250 150C180 130 60 150 -10 90Z',
      hair,
    ) +
    circle(28, 150, 9, p.ink)
  return (
    sheet(p.light) +
    overprint(
      shaded(random, circle(640, 360, 300, mix(p.light, p.accent, 0.75)), {
        x: 340,
        y: 60,
        w: 600,
        h: 600,
        count: 3000,
        colour: p.accent,
        angle: 200,
        size: 4,
      }),
    ) +
    overprint(
      shaded(random, circle(960, 360, 300, mix(p.light, p.main, 0.7)), {
        x: 660,
        y: 60,
        w: 600,
        h: 600,
        count: 3000,
        colour: p.main,
        angle: 340,
        size: 4,
      }),
    ) +
    polygon(
      [
        [430, 560],
        [520, 540],
        [380, 660],
      ],
      mix(p.light, p.accent, 0.75),
    ) +
    polygon(
      [
        [1170, 560],
        [1080, 540],
        [1220, 660],
      ],
      mix(p.light, p.main, 0.7),
    ) +
    draw(4, (i) => rect(560, 280 + i * 48, [170, 130, 190, 90][i] ?? 100, 17, p.paper, 'rx="8"')) +
    draw(4, (i) => rect(880, 280 + i * 48, [190, 150, 100, 170][i] ?? 100, 17, p.paper, 'rx="8"')) +
    moved(`<g transform="scale(-1 1)">${head(p.ink, mix(p.ink, p.main, 0.55))}</g>`, 340, 440, 0, 1) +
    moved(head(mix(p.main, p.ink, 0.15), p.accent), 1270, 440, 0, 1) +
    path('M0 900V800C120 760 240 800 330 900Z', p.accent) +
    path('M1600 900V800C1480 760 1360 800 1270 900Z', p.ink)
  )
}

export const signpost: Motif = ({ p, random }) => {
  const arm = (y: number, right: boolean, fill: string, wide: number, tilt: number, marks: number) => {
    const d = `M-40 -56H${wide}L${wide + 66} 0L${wide} 56H-40Z`
    const inner =
      shaded(random, path(d, fill), {
        x: -40,
        y: -56,
        w: wide + 110,
        h: 112,
        count: 900,
        colour: mix(fill, p.ink, 0.5),
        angle: 60,
      }) + draw(marks, (i) => rect(40 + i * 92, -12, 66, 24, p.paper, 'rx="12"'))
    return moved(right ? inner : `<g transform="scale(-1 1)">${inner}</g>`, 800, y, tilt)
  }
  return (
    sheet(p.accent) +
    shaded(random, circle(1190, 330, 220, mix(p.accent, p.paper, 0.55)), {
      x: 970,
      y: 110,
      w: 440,
      h: 440,
      count: 1800,
      colour: p.accent,
      size: 4,
    }) +
    path('M-20 640C200 520 420 560 640 640S1180 560 1620 520V920H-20Z', mix(p.accent, p.ink, 0.28)) +
    path('M-20 720C260 640 520 700 800 720S1320 640 1620 680V920H-20Z', p.main) +
    stipple(random, { x: 0, y: 660, w: 1600, h: 240, count: 3400, colour: p.ink, angle: 90 }) +
    path(
      'M700 920C760 820 560 790 640 740S900 700 820 690C720 690 540 720 560 770S620 840 480 920Z',
      p.light,
    ) +
    rect(776, 120, 48, 680, p.ink, 'rx="8"') +
    circle(800, 112, 34, p.ink) +
    arm(230, true, p.main, 420, -3, 4) +
    arm(372, false, p.ink, 360, 2, 3) +
    arm(510, true, mix(p.main, p.ink, 0.55), 260, 4, 2) +
    draw(14, (i) =>
      stroke(`M${60 + i * 118} ${860 + (i % 3) * 12}q6 -34 -8 -58m8 58q-2 -28 14 -46`, p.ink, 5),
    )
  )
}

export const questions: Motif = ({ p, random }) => {
  const slip = (x: number, y: number, turn: number, fill: string, mark: string) =>
    moved(
      overprint(rect(-118, -78, 260, 180, p.main, 'opacity=".5"')) +
        rect(-130, -90, 260, 180, fill, 'rx="10"') +
        text(-104, 44, 120, p.ink, mark, `stroke="${p.ink}" stroke-width="5"`) +
        draw(3, (i) => rect(0, -46 + i * 40, [100, 80, 60][i] ?? 60, 14, p.ink, 'opacity=".55" rx="7"')),
      x,
      y,
      turn,
    )
  return (
    sheet(p.main) +
    draw(10, (i) =>
      circle(800, 980, 1100 - i * 104, i % 2 ? mix(p.main, p.light, 0.12) : mix(p.main, p.ink, 0.1)),
    ) +
    slip(250, 250, -14, p.paper, '?') +
    slip(560, 150, 9, p.light, '?') +
    slip(900, 210, -6, p.accent, '?') +
    slip(1240, 180, 12, p.paper, '!') +
    slip(1380, 480, -10, p.light, '?') +
    slip(190, 560, 11, p.accent, '?') +
    slip(740, 420, -16, p.paper, '?') +
    overprint(ellipse(800, 850, 420, 40, p.ink)) +
    shaded(random, path('M470 850V610C470 500 560 460 660 460H1010C1090 460 1130 520 1130 610V850Z', p.ink), {
      x: 470,
      y: 460,
      w: 660,
      h: 390,
      count: 1600,
      colour: p.main,
      angle: 0,
    }) +
    path('M470 850V610C470 510 540 470 590 470S710 510 710 610V850Z', mix(p.ink, p.main, 0.45)) +
    rect(780, 600, 270, 40, p.light, 'rx="20"') +
    rect(796, 612, 238, 16, p.ink, 'rx="8"') +
    rect(1130, 520, 22, 190, p.accent) +
    rect(1130, 520, 110, 70, p.accent) +
    text(915, 770, 84, p.light, 'ASK US', 'text-anchor="middle" letter-spacing="6"')
  )
}

export const studioDesk: Motif = ({ p, random }) =>
  sheet(p.light) +
  rect(140, 90, 560, 430, p.ink, 'rx="10"') +
  shaded(random, rect(162, 112, 516, 386, mix(p.main, p.light, 0.25)), {
    x: 162,
    y: 112,
    w: 516,
    h: 386,
    count: 1800,
    colour: p.main,
    angle: 90,
  }) +
  circle(540, 220, 64, p.accent) +
  path('M162 400C260 300 340 330 420 390S600 360 678 330V498H162Z', p.main) +
  rect(414, 112, 14, 386, p.ink) +
  rect(162, 300, 516, 12, p.ink) +
  draw(
    3,
    (i) =>
      rect(860, 130 + i * 118, 600, 14, p.ink) +
      draw(9, (k) =>
        rect(
          880 + k * 44 + between(random, 0, 8),
          130 + i * 118 - 92 + ((k * 17 + i * 23) % 26),
          32,
          92 - ((k * 17 + i * 23) % 26),
          [p.main, p.accent, p.ink, p.paper, mix(p.main, p.ink, 0.4)][(k * 2 + i) % 5] ?? p.main,
        ),
      ) +
      (i === 1 ? circle(1380, 210, 36, p.accent) : ''),
  ) +
  rect(0, 700, 1600, 40, p.ink) +
  shaded(random, rect(0, 736, 1600, 164, p.main), {
    x: 0,
    y: 736,
    w: 1600,
    h: 164,
    count: 2200,
    colour: p.ink,
  }) +
  polygon(
    [
      [560, 520],
      [980, 520],
      [1010, 700],
      [530, 700],
    ],
    p.ink,
  ) +
  rect(584, 540, 372, 140, p.paper) +
  draw(5, (i) =>
    line(
      610,
      566 + i * 22,
      610 + ([240, 180, 280, 120, 210][i] ?? 0),
      566 + i * 22,
      i % 2 ? p.accent : p.main,
      9,
    ),
  ) +
  stroke('M1180 700V480L1300 380', p.ink, 14) +
  circle(1180, 480, 15, p.accent) +
  path('M1250 330L1360 430L1240 470Z', p.accent) +
  polygon(
    [
      [1240, 470],
      [1360, 430],
      [1500, 700],
      [1080, 700],
    ],
    p.paper,
    'opacity=".35"',
  ) +
  rect(300, 610, 90, 90, p.accent, 'rx="10"') +
  stroke('M390 630q40 0 40 26t-40 26', p.accent, 14) +
  stroke('M325 590q-14 -22 0 -44M360 590q-14 -22 0 -44', p.paper, 6)
