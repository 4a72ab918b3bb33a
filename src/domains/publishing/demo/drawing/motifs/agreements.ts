/** Pictures of agreements between strangers: a stick, a table, a shop. */
import {
  circle,
  clipped,
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
  stipple,
  stroke,
} from '../svg'

export const tallies: Motif = ({ p, random, seed }) => {
  const night = seed.startsWith('was-')
  const ground = night ? p.ink : p.main
  const cuts = [-540, -480, -420, -360, -200, -140, -80, 90, 150, 320, 480]
  const edge = (y: number, w: number) =>
    `M-660 ${y}C-400 ${y - 8} -100 ${y + 9} 140 ${y}S520 ${y - 6} ${w} ${y + 4}`
  const half = (upper: boolean, fill: string, long: number) => {
    const [top, bottom] = upper ? [-104, -4] : [4, 104]
    const body = `${edge(top, long)}l${upper ? 26 : -18} ${upper ? 30 : 20}V${bottom}H-660Z`
    const fibres = draw(4, (i) =>
      stroke(
        `M-640 ${top + 16 + i * 23}C-300 ${top + 8 + i * 24} 0 ${top + 26 + i * 20} ${long - 40} ${top + 18 + i * 22}`,
        mix(fill, p.ink, 0.24),
        2.5,
      ),
    )
    const notches = cuts
      .filter((x) => x < long - 70)
      .map((x, i) => {
        const wide = i === 9 ? 34 : 17
        const mouth = upper ? top - 12 : bottom + 12
        const throat = upper ? top + 62 : bottom - 62
        const dark = mix(p.ink, ground, 0.25)
        return (
          polygon(
            [
              [x - wide, mouth],
              [x + wide, mouth],
              [x + 4, throat],
              [x + 4, 0],
              [x - 4, 0],
              [x - 4, throat],
            ],
            dark,
          ) +
          polygon(
            [
              [x - wide, mouth],
              [x - wide + 9, mouth],
              [x - 1, throat],
            ],
            mix(fill, p.paper, 0.6),
          )
        )
      })
      .join('')
    return clipped(
      path(body, '#000'),
      path(body, fill) +
        fibres +
        stipple(random, { x: -660, y: top, w: 1340, h: 108, count: 420, colour: p.ink, angle: 90 }) +
        notches,
    )
  }
  const stick = (gap: number, fill: string, long: number) =>
    overprint(
      group(
        rect(-640, -90 - gap, 1290, 96, ground) + rect(-640 + gap, 10 + gap, long + 640, 96, ground),
        'transform="translate(24 40)"',
      ),
    ) +
    group(half(true, fill, 650), `transform="translate(0 ${-gap})"`) +
    group(half(false, mix(fill, p.paper, 0.3), long), `transform="translate(${gap} ${gap})"`)
  return (
    sheet(ground) +
    shaded(random, circle(800, 450, 410, night ? p.main : mix(p.main, p.ink, 0.4)), {
      x: 390,
      y: 40,
      w: 820,
      h: 820,
      count: 2000,
      colour: p.ink,
      angle: 60,
    }) +
    moved(stick(0, mix(p.light, ground, 0.35), 640), 560, 70, -14, 0.9) +
    moved(stick(0, mix(p.accent, ground, 0.1), 640), 1080, 835, -14, 0.9) +
    moved(stick(58, mix(p.light, p.accent, 0.14), 420), 790, 450, -14, 1.16)
  )
}

export const roundTable: Motif = ({ p, random }) => {
  const seats = 12
  return (
    sheet(p.accent) +
    draw(12, (i) =>
      draw(7, (k) => rect(i * 150 - 60 + (k % 2) * 75, k * 140 - 30, 75, 140, mix(p.accent, p.light, 0.28))),
    ) +
    draw(seats, (i) => {
      const odd = i === 4
      return moved(
        rect(-56, -430, 112, 92, odd ? p.paper : p.ink, 'rx="30"') +
          rect(-40, -404, 80, 74, odd ? p.light : mix(p.ink, p.main, 0.55), 'rx="22"'),
        800 + (odd ? 64 : 0),
        450 + (odd ? 38 : 0),
        (i * 360) / seats,
      )
    }) +
    overprint(circle(826, 480, 326, p.ink, 'opacity=".5"')) +
    shaded(random, circle(800, 450, 322, p.main), {
      x: 478,
      y: 128,
      w: 644,
      h: 644,
      count: 5200,
      colour: p.ink,
      angle: 45,
    }) +
    circle(800, 450, 294, 'none', `stroke="${mix(p.main, p.light, 0.4)}" stroke-width="4"`) +
    draw(seats, (i) =>
      moved(
        rect(-34, -268, 68, 88, i === 4 ? p.accent : p.paper, 'rx="4"') +
          draw(3, (k) => rect(-22, -252 + k * 18, 26 + ((i * 5 + k * 7) % 18), 7, p.ink, 'opacity=".7"')),
        800,
        450,
        (i * 360) / seats,
      ),
    ) +
    draw(seats, (i) =>
      i === 4
        ? ''
        : moved(line(0, -150, 0, -76, p.light, 5, 'stroke-dasharray="1 13"'), 800, 450, (i * 360) / seats),
    ) +
    circle(800, 450, 64, p.paper) +
    stroke('M770 452l22 22l40 -46', p.main, 13)
  )
}

export const bakery: Motif = ({ p, random }) => {
  const loaf = (x: number, y: number, w: number, h: number, fill: string) =>
    shaded(
      random,
      path(`M${x} ${y}V${y - h * 0.55}C${x} ${y - h} ${x + w} ${y - h} ${x + w} ${y - h * 0.55}V${y}Z`, fill),
      { x, y: y - h, w, h, count: w * 4, colour: mix(fill, p.ink, 0.6), angle: 70 },
    ) +
    draw(Math.max(2, Math.floor(w / 60)), (i) =>
      stroke(`M${x + 34 + i * 56} ${y - h * 0.66}q14 12 10 ${h * 0.26}`, p.paper, 7),
    )
  const tag = (x: number, y: number, bars: number) =>
    rect(x - 44, y, 88, 54, p.paper, 'rx="6"') +
    draw(bars, (i) => rect(x - 30 + i * 21, y + 38 - (i + 1) * 7, 13, (i + 1) * 7 + 4, p.accent))
  return (
    sheet(p.main) +
    stipple(random, { x: 0, y: 150, w: 1600, h: 750, count: 4200, colour: p.ink, angle: 90 }) +
    draw(11, (i) => path(`M${i * 150 - 20} 0h150v120a75 60 0 0 1 -150 0Z`, i % 2 ? p.paper : p.accent)) +
    [430, 700]
      .map((y) => rect(0, y, 1600, 26, p.ink) + rect(0, y + 26, 1600, 10, mix(p.ink, '#000000', 0.4)))
      .join('') +
    loaf(110, 430, 230, 160, p.light) +
    loaf(372, 430, 150, 120, mix(p.light, p.accent, 0.5)) +
    loaf(556, 430, 300, 190, p.light) +
    loaf(900, 430, 130, 100, mix(p.light, p.accent, 0.5)) +
    loaf(1066, 430, 210, 150, p.light) +
    loaf(1310, 430, 190, 140, mix(p.light, p.accent, 0.5)) +
    loaf(70, 700, 170, 120, mix(p.light, p.accent, 0.5)) +
    loaf(276, 700, 260, 170, p.light) +
    loaf(1050, 700, 160, 130, mix(p.light, p.accent, 0.5)) +
    loaf(1250, 700, 280, 170, p.light) +
    tag(225, 456, 3) +
    tag(447, 456, 1) +
    tag(706, 456, 4) +
    tag(965, 456, 1) +
    tag(1171, 456, 2) +
    tag(1405, 456, 2) +
    tag(155, 726, 1) +
    tag(406, 726, 3) +
    tag(1130, 726, 1) +
    tag(1390, 726, 4) +
    rect(596, 524, 396, 176, p.ink, 'rx="8"') +
    rect(610, 538, 368, 148, 'none', `stroke="${p.light}" stroke-width="4"`) +
    stroke('M650 650L770 588L850 626L938 566', p.accent, 12) +
    circle(938, 566, 18, p.accent)
  )
}
