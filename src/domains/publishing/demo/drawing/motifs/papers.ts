/** Pictures of written work: labels, ledgers, notes, diagrams. */
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
  polygon,
  rect,
  shaded,
  sheet,
  stipple,
  stroke,
  text,
  times,
} from '../svg'

export const labels: Motif = ({ p, random }) => {
  const words = ['data', 'thing', 'manager', 'invoice', 'util', 'temp2', 'ledger', 'misc']
  const spots: Point[] = [
    [260, 200],
    [700, 150],
    [1180, 230],
    [420, 470],
    [980, 480],
    [190, 730],
    [700, 760],
    [1290, 720],
  ]
  return (
    sheet(p.paper) +
    stipple(random, { x: 0, y: 0, w: 1600, h: 900, count: 1600, colour: p.light, angle: 120, size: 5 }) +
    spots
      .map(([x, y]) =>
        stroke(`M${x - 150} ${y}C${x - 260} ${y - 80} ${x - 240} ${y - 200} ${x - 120} -20`, p.ink, 4),
      )
      .join('') +
    spots
      .map(([x, y], i) => {
        const good = words[i] === 'invoice' || words[i] === 'ledger'
        const fill = good
          ? words[i] === 'invoice'
            ? p.accent
            : p.main
          : ([p.light, mix(p.light, p.main, 0.25), mix(p.light, p.paper, 0.4)][i % 3] ?? p.light)
        const tag = 'M-190 0L-130 -74H190V74H-130Z'
        return moved(
          overprint(path(tag, mix(p.light, p.main, 0.4), 'transform="translate(16 18)"')) +
            shaded(random, path(tag, fill), {
              x: -190,
              y: -74,
              w: 380,
              h: 148,
              count: 700,
              colour: mix(fill, p.ink, 0.4),
              angle: 70,
            }) +
            circle(-134, 0, 17, p.paper) +
            circle(-134, 0, 17, 'none', `stroke="${p.ink}" stroke-width="5"`) +
            text(
              40,
              19,
              58,
              good ? p.paper : p.ink,
              words[i] ?? '',
              `text-anchor="middle" stroke="${good ? p.paper : p.ink}" stroke-width="1.6"`,
            ) +
            (good ? '' : line(-56, 4, 136, 0, p.ink, 6, 'opacity=".75"')),
          x,
          y,
          between(random, -11, 11),
          good ? 1.2 : 0.98,
        )
      })
      .join('')
  )
}

export const openLedger: Motif = ({ p, random }) => {
  const row = (x: number, y: number, i: number, right: boolean) =>
    rect(x, y, [130, 170, 110, 190, 150][i % 5] ?? 120, 12, mix(p.paper, p.ink, 0.7)) +
    rect(x + 330, y, 90, 12, i % 4 === 2 ? p.accent : mix(p.paper, p.ink, 0.7)) +
    (right && i % 3 === 1 ? rect(x + 240, y, 50, 12, p.main) : '')
  return (
    sheet(p.accent) +
    draw(16, (i) => rect(i * 100, 0, 4, 900, mix(p.accent, p.ink, 0.18))) +
    overprint(
      path('M230 190L1390 190L1430 800L190 800Z', p.ink, 'opacity=".4" transform="translate(20 26)"'),
    ) +
    path('M220 160H1380L1410 790H190Z', p.ink) +
    shaded(random, path('M240 150C440 110 680 120 800 180V760C680 700 430 700 220 740Z', p.paper), {
      x: 220,
      y: 120,
      w: 580,
      h: 640,
      count: 2600,
      colour: p.light,
      angle: 0,
      size: 4,
    }) +
    shaded(random, path('M1360 150C1160 110 920 120 800 180V760C920 700 1170 700 1380 740Z', p.paper), {
      x: 800,
      y: 120,
      w: 580,
      h: 640,
      count: 2600,
      colour: p.light,
      angle: 180,
      size: 4,
    }) +
    line(800, 180, 800, 760, p.ink, 5) +
    draw(11, (i) => moved(row(290, 232 + i * 42, i, false), 0, 0) + row(884, 232 + i * 42, i + 3, true)) +
    line(560, 210, 556, 680, p.accent, 3) +
    line(1150, 210, 1154, 680, p.accent, 3) +
    path('M940 120V330L974 296L1008 330V124Z', p.main) +
    moved(
      rect(-15, -300, 30, 520, p.main, 'rx="6"') +
        polygon(
          [
            [-15, 220],
            [15, 220],
            [0, 280],
          ],
          p.light,
        ) +
        rect(-15, -300, 30, 60, p.ink),
      1440,
      480,
      16,
    )
  )
}

export const paragraphs: Motif = ({ p, random }) => {
  const block = (x: number, y: number, w: number, lines: number, fill: string) =>
    draw(lines, (i) =>
      rect(
        x,
        y + i * 40,
        i === lines - 1 ? w * 0.55 : w * ([1, 0.94, 0.98, 0.88][i % 4] ?? 1),
        18,
        fill,
        'rx="9"',
      ),
    )
  return (
    sheet(p.paper) +
    shaded(random, path('M0 0H620V900H0Z', p.main), {
      x: 0,
      y: 0,
      w: 620,
      h: 900,
      count: 4200,
      colour: p.ink,
      angle: 90,
    }) +
    path('M330 150H520V750H456V210H412V750H348V470C210 470 120 410 120 312S210 150 330 150Z', p.paper) +
    overprint(
      path(
        'M330 150H520V750H456V210H412V750H348V470C210 470 120 410 120 312S210 150 330 150Z',
        'none',
        `stroke="${p.ink}" stroke-width="6" transform="translate(16 14)"`,
      ),
    ) +
    times(3, (i) => {
      const y = 130 + i * 250
      const fill = [p.accent, p.main, p.ink][i] ?? p.ink
      return (
        rect(720, y - 14, 190, 58, fill, 'rx="29"') +
        rect(750, y + 6, 110, 18, p.paper, 'rx="9"') +
        block(720, y + 74, 760, 3, mix(p.paper, p.ink, 0.5)) +
        circle(668, y + 14, 15, fill)
      )
    }).join('') +
    line(668, 0, 668, 900, p.ink, 4, 'stroke-dasharray="2 15"')
  )
}

export const diagrams: Motif = ({ p, random }) => {
  const card = (x: number, y: number, turn: number, fill: string, inside: string) =>
    moved(
      overprint(rect(-206, -256, 440, 540, p.main, 'opacity=".6"')) +
        shaded(random, rect(-220, -270, 440, 540, fill, 'rx="8"'), {
          x: -220,
          y: -270,
          w: 440,
          h: 540,
          count: 1300,
          colour: p.light,
          size: 4,
        }) +
        inside +
        circle(0, -236, 15, p.accent),
      x,
      y,
      turn,
    )
  const box = (x: number, y: number, fill: string) =>
    rect(x - 62, y - 40, 124, 80, fill, `rx="10" stroke="${p.ink}" stroke-width="7"`)
  return (
    sheet(p.main) +
    draw(30, (i) => rect(0, i * 60, 1600, 2, mix(p.main, p.ink, 0.25))) +
    stipple(random, { x: 0, y: 0, w: 1600, h: 900, count: 3000, colour: p.ink, angle: 140 }) +
    card(
      330,
      460,
      -5,
      p.paper,
      box(-90, -110, p.light) +
        box(100, 20, p.accent) +
        box(-90, 150, p.light) +
        stroke('M-28 -100H60Q100 -100 100 -34M100 62V110Q100 150 40 150H-20', p.ink, 7) +
        stroke('M-6 136l-18 14l18 14', p.ink, 7),
    ) +
    card(
      810,
      440,
      3,
      p.light,
      draw(
        3,
        (i) =>
          rect(-172 + i * 122, -180, 100, 56, [p.ink, p.accent, p.main][i] ?? p.ink, 'rx="6"') +
          line(-122 + i * 122, -124, -122 + i * 122, 220, p.ink, 5, 'stroke-dasharray="3 14"'),
      ) + stroke('M-122 -60H-8M0 30H114M114 110H8M0 180H-114', p.ink, 8),
    ) +
    card(
      1280,
      470,
      -2,
      p.paper,
      stroke(
        'M-140 150C-160 -40 -60 -170 20 -150S150 -40 120 60S-20 200 -60 120S40 -20 90 -90',
        p.accent,
        15,
      ) +
        stroke('M-150 200H150', p.ink, 7) +
        circle(90, -90, 24, p.ink),
    )
  )
}
