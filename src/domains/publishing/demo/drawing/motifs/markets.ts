/** Pictures of prices: the book, the candles, the tide. */
import {
  between,
  circle,
  draw,
  line,
  type Motif,
  mix,
  moved,
  path,
  polygon,
  rect,
  shaded,
  sheet,
  stroke,
  wave,
} from '../svg'

export const orderBook: Motif = ({ p, random }) => {
  const steps = [150, 190, 265, 290, 390, 470, 510]
  const side = (right: boolean, fill: string, dark: string) =>
    draw(7, (i) => {
      const tall = steps[i] ?? 0
      const x = right ? 870 + i * 104 : 640 - i * 104
      const bar = rect(x, 730 - tall, 92, tall, fill)
      return (
        shaded(random, bar, {
          x,
          y: 730 - tall,
          w: 92,
          h: tall,
          count: tall * 3,
          colour: dark,
          angle: right ? 20 : 160,
        }) + draw(Math.floor(tall / 46), (k) => rect(x, 730 - k * 46 - 46, 92, 3, p.paper))
      )
    })
  return (
    sheet(p.light) +
    shaded(random, circle(800, 420, 330, p.paper), {
      x: 470,
      y: 90,
      w: 660,
      h: 660,
      count: 2600,
      colour: p.light,
      size: 5,
    }) +
    side(false, p.main, p.ink) +
    side(true, p.accent, mix(p.accent, p.ink, 0.6)) +
    stroke('M801 120V730', p.ink, 5, 'stroke-dasharray="2 20"') +
    circle(801, 120, 16, p.ink) +
    rect(0, 730, 1600, 170, p.ink) +
    draw(
      7,
      (i) =>
        rect(640 - i * 104, 738, 92, 16 + i * 9, p.main, 'opacity=".5"') +
        rect(870 + i * 104, 738, 92, 16 + i * 9, p.accent, 'opacity=".5"'),
    )
  )
}

export const candleCity: Motif = ({ p, random }) => {
  const tower = (i: number) => {
    const w = between(random, 58, 96)
    const tall = between(random, 170, 520)
    const x = 60 + i * 118 + between(random, -8, 8)
    const y = 780 - tall - between(random, 0, 60)
    const up = random() > 0.45
    const fill = up ? p.main : p.accent
    const windows = draw(Math.floor((tall - 40) / 44), (row) =>
      draw(3, (k) =>
        random() > 0.4
          ? rect(
              x + 12 + (k * (w - 24)) / 3,
              y + 26 + row * 44,
              (w - 24) / 3 - 7,
              18,
              p.paper,
              'opacity=".85"',
            )
          : '',
      ),
    )
    return (
      line(x + w / 2, y - between(random, 30, 100), x + w / 2, 800, p.light, 6) +
      shaded(random, rect(x, y, w, tall, fill), {
        x,
        y,
        w,
        h: tall,
        count: tall * 2,
        colour: p.ink,
        angle: 10,
      }) +
      windows
    )
  }
  return (
    sheet(p.ink) +
    draw(90, () =>
      circle(random() * 1600, random() * 560, between(random, 1, 3.2), p.light, 'opacity=".7"'),
    ) +
    shaded(random, circle(1210, 250, 150, p.paper), {
      x: 1060,
      y: 100,
      w: 300,
      h: 300,
      count: 1300,
      colour: p.ink,
      angle: 30,
    }) +
    draw(13, tower) +
    rect(0, 790, 1600, 110, mix(p.ink, '#000000', 0.35)) +
    draw(26, () => line(random() * 1500, between(random, 806, 884), random() * 1500, 0, 'none', 0)) +
    draw(22, () => {
      const x = random() * 1560
      const y = between(random, 812, 880)
      return line(x, y, x + between(random, 20, 120), y, p.light, 3, 'opacity=".35"')
    })
  )
}

export const tide: Motif = ({ p, random }) => {
  const layers = [0.05, 0.3, 0.55, 0.8, 1]
  return (
    sheet(p.paper) +
    shaded(random, circle(1090, 360, 250, p.accent), {
      x: 840,
      y: 110,
      w: 500,
      h: 500,
      count: 3400,
      colour: p.paper,
      size: 4,
    }) +
    draw(5, (i) => line(0, 120 + i * 64, 1600, 120 + i * 64, p.light, 2, 'opacity=".6"')) +
    layers
      .map((share, i) => {
        const y = 470 + i * 84
        const shape = path(wave(y, 34 - i * 2, 150 + i * 46, i * 1.9), mix(p.light, p.ink, share))
        const boat =
          i === 2
            ? moved(
                polygon(
                  [
                    [0, -6],
                    [0, -230],
                    [120, -30],
                  ],
                  p.paper,
                ) +
                  polygon(
                    [
                      [-14, -18],
                      [-14, -190],
                      [-90, -34],
                    ],
                    p.light,
                  ) +
                  line(-6, 0, -6, -250, p.ink, 7) +
                  path('M-130 -4H150L96 62H-84Z', p.accent) +
                  path('M-130 -4H150L140 10H-120Z', p.ink),
                500,
                590,
                -5,
              )
            : ''
        return (
          boat +
          shaded(random, shape, {
            x: 0,
            y: y - 30,
            w: 1600,
            h: 150,
            count: 2200,
            colour: mix(p.light, p.ink, Math.min(1, share + 0.25)),
            angle: 270,
          })
        )
      })
      .join('')
  )
}
