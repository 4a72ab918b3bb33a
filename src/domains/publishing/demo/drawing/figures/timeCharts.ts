/** Charts of waiting, weeks and wear. Every figure is invented. */
import { between, circle, draw, line, type Point, randomOf, rect, text, times } from '../svg'
import { blue, chart, curve, green, inks, legend, muted, orange, red, sandpit } from './chart'

export const halfLife = () =>
  chart({
    title: 'How long a dependency stays',
    note: 'A thought experiment: 400 dependencies of 12 invented projects.',
    across: { label: 'Months since it was added', from: 0, to: 72, ticks: [0, 12, 24, 36, 48, 60, 72] },
    up: { label: 'Share still in use', from: 0, to: 100, ticks: [0, 25, 50, 75, 100], show: (v) => `${v} %` },
    draw: ({ x, y, bottom }) => {
      const decline = (half: number) => times(37, (i): Point => [x(i * 2), y(100 * 0.5 ** ((i * 2) / half))])
      return (
        line(x(0), y(50), x(72), y(50), inks.ink, 2, 'stroke-dasharray="3 9"') +
        curve(decline(62), green, 6) +
        curve(decline(38), blue, 6) +
        curve(decline(19), orange, 6) +
        [62, 38, 19]
          .map(
            (half) =>
              line(x(half), y(50), x(half), bottom, muted, 1.5, 'stroke-dasharray="2 8"') +
              circle(x(half), y(50), 9, inks.ink),
          )
          .join('') +
        legend(
          [
            [green, 'does one thing, few dependencies'],
            [blue, 'all'],
            [orange, 'frameworks and their plugins'],
          ],
          x(38),
          y(93),
        )
      )
    },
  })

export const weekendDepth = () =>
  chart({
    title: 'The same order, on seven days',
    note: sandpit,
    across: {
      label: 'Day',
      from: 0,
      to: 7,
      ticks: [0.5, 1.5, 2.5, 3.5, 4.5, 5.5, 6.5],
      show: (v) => ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][Math.floor(v)] ?? '',
    },
    up: {
      label: 'Slippage of a 100-unit order, basis points',
      from: 0,
      to: 100,
      ticks: [0, 25, 50, 75, 100],
    },
    draw: ({ x, y, bottom }) =>
      draw(7, (i) => {
        const value = [46, 44, 43, 45, 52, 81, 88][i] ?? 0
        return (
          rect(x(i + 0.5) - 42, y(value), 84, bottom - y(value), i > 4 ? orange : blue) +
          text(x(i + 0.5), y(value) - 12, 22, inks.ink, String(value), 'text-anchor="middle"')
        )
      }),
  })

export const confirmationTimes = () =>
  chart({
    title: 'Waiting for the first confirmation',
    note: `${sandpit} 5,000 payments, one block every 60 seconds on average.`,
    across: {
      label: 'Seconds until the payment is in a block',
      from: 0,
      to: 300,
      ticks: [0, 60, 120, 180, 240, 300],
    },
    up: { label: 'Payments', from: 0, to: 800, ticks: [0, 200, 400, 600, 800] },
    draw: ({ x, y, bottom }) => {
      const random = randomOf('confirmations')
      return (
        draw(30, (i) => {
          const count = 770 * Math.exp((-i * 10) / 60) + between(random, -14, 14) + 6
          return rect(x(i * 10) + 2, y(count), x(10) - x(0) - 4, bottom - y(count), i > 17 ? orange : blue)
        }) +
        line(x(42), y(760), x(42), bottom, inks.ink, 2.5, 'stroke-dasharray="3 9"') +
        text(x(42) + 12, y(730), 20, inks.ink, 'half are done after 42 s') +
        text(x(186), y(150), 20, inks.ink, 'one in twenty waits more than three minutes')
      )
    },
  })

export const retryStorm = () =>
  chart({
    title: 'A thousand clients come back',
    note: 'Simulated: a service is away for ten seconds; requests in each 100 ms after.',
    across: { label: 'Seconds after the service returned', from: 0, to: 20, ticks: [0, 4, 8, 12, 16, 20] },
    up: { label: 'Requests per 100 ms', from: 0, to: 1000, ticks: [0, 250, 500, 750, 1000] },
    draw: ({ x, y, bottom }) => {
      const random = randomOf('storm')
      const spikes = [
        [1, 940],
        [3, 780],
        [7, 610],
        [15, 430],
      ]
        .map(([at, tall]) => rect(x(at ?? 0) - 6, y(tall ?? 0), 12, bottom - y(tall ?? 0), red))
        .join('')
      const calm = times(
        100,
        (i): Point => [x(i * 0.2), y(Math.max(4, 96 * Math.exp(-i / 62) + between(random, -16, 16)))],
      )
      return (
        spikes +
        curve(calm, blue, 4) +
        legend(
          [
            [red, 'backoff without jitter'],
            [blue, 'backoff with full jitter'],
          ],
          x(10.6),
          y(930),
        )
      )
    },
  })
