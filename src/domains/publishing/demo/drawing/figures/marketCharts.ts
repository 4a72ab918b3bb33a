/** Charts of prices and costs. Every figure is of the Sandpit, our invented market. */
import { circle, draw, line, type Point, path, points, rect, text } from '../svg'
import { blue, chart, curve, green, inks, legend, muted, orange, red, sandpit } from './chart'

const steps = (list: readonly Point[]) =>
  list.flatMap(([x, y], i): Point[] =>
    i === 0
      ? [[x, y]]
      : [
          [x, list[i - 1]?.[1] ?? y],
          [x, y],
        ],
  )

export const depthChart = () =>
  chart({
    title: 'Depth on both sides of a quiet book',
    note: sandpit,
    across: {
      label: 'Price',
      from: 94,
      to: 106,
      ticks: [94, 96, 98, 100, 102, 104, 106],
      show: (v) => v.toFixed(2),
    },
    up: { label: 'Units offered up to that price', from: 0, to: 600, ticks: [0, 150, 300, 450, 600] },
    draw: ({ x, y, bottom }) => {
      const bids = steps(
        [
          [99.8, 0],
          [99.6, 30],
          [99.2, 62],
          [98.6, 118],
          [98, 150],
          [97.3, 240],
          [96.5, 310],
          [95.6, 420],
          [94.7, 480],
          [94, 520],
        ].map(([a, b]): Point => [x(a ?? 0), y(b ?? 0)]),
      )
      const asks = steps(
        [
          [100.2, 0],
          [100.4, 22],
          [100.9, 58],
          [101.3, 84],
          [102, 170],
          [102.8, 215],
          [103.4, 330],
          [104.3, 395],
          [105.2, 500],
          [106, 545],
        ].map(([a, b]): Point => [x(a ?? 0), y(b ?? 0)]),
      )
      const area = (list: Point[], fill: string) =>
        path(`M${points(list)}V${bottom}H${list[0]?.[0]}Z`, fill, 'opacity=".28"') + curve(list, fill)
      return (
        area(bids, green) +
        area(asks, red) +
        line(x(100), y(600), x(100), bottom, inks.ink, 2, 'stroke-dasharray="3 9"') +
        text(x(100) + 14, y(575), 20, inks.ink, 'mid price 100.00') +
        legend(
          [
            [green, 'bids: someone will buy'],
            [red, 'asks: someone will sell'],
          ],
          x(100.3),
          y(512),
        )
      )
    },
  })

export const costOfATrade = () =>
  chart({
    title: 'What one purchase costs, by size',
    note: sandpit,
    across: {
      label: 'Order size, units',
      from: 0,
      to: 5,
      ticks: [0.5, 1.5, 2.5, 3.5, 4.5],
      show: (v) => ['1', '10', '50', '100', '250'][Math.floor(v)] ?? '',
    },
    up: { label: 'Cost, basis points of the amount', from: 0, to: 160, ticks: [0, 40, 80, 120, 160] },
    draw: ({ x, y }) =>
      draw(5, (i) => {
        const parts: [number, string][] = [
          [10, blue],
          [20, orange],
          [[0, 3, 22, 48, 118][i] ?? 0, red],
        ]
        let base = 0
        const bars = parts.map(([size, fill]) => {
          base += size
          return rect(x(i + 0.5) - 48, y(base), 96, y(base - size) - y(base), fill)
        })
        return (
          bars.join('') + text(x(i + 0.5), y(base) - 12, 22, inks.ink, String(base), 'text-anchor="middle"')
        )
      }) +
      legend(
        [
          [red, 'slippage'],
          [orange, 'half the spread'],
          [blue, 'fee'],
        ],
        x(0.25),
        y(140),
      ),
  })

export const liquidationCascade = () =>
  chart({
    title: 'Four thresholds, one slope',
    note: sandpit,
    across: {
      label: 'Seconds after the first large sale',
      from: 0,
      to: 60,
      ticks: [0, 10, 20, 30, 40, 50, 60],
    },
    up: { label: 'Price', from: 84, to: 102, ticks: [84, 88, 92, 96, 100] },
    draw: ({ x, y, right }) => {
      const price = [
        100, 99.6, 99.1, 97.8, 97.9, 97.5, 95.9, 95.2, 94.1, 91.8, 91.2, 89.7, 87.6, 86.9, 86.4, 87.2, 88.6,
        89.1, 89.9, 90.2, 90.6,
      ]
      const marks = [98, 95.5, 92.5, 88.5]
      return (
        marks
          .map(
            (mark, i) =>
              line(x(0), y(mark), right, y(mark), orange, 2.5, 'stroke-dasharray="4 10"') +
              text(
                i === 3 ? x(0) + 8 : right - 6,
                y(mark) - 8,
                19,
                muted,
                `${[10, 5, 3, 2][i]}× positions are closed`,
                i === 3 ? '' : 'text-anchor="end"',
              ),
          )
          .join('') +
        curve(
          price.map((p, i): Point => [x(i * 3), y(p)]),
          blue,
          6,
        ) +
        [3, 6, 9, 12].map((i) => circle(x(i * 3), y(price[i] ?? 0), 11, red)).join('')
      )
    },
  })

export const feesByHour = () =>
  chart({
    title: 'The median fee over a day',
    note: `${sandpit} 28 days, all hours in UTC.`,
    across: {
      label: 'Hour of the day (UTC)',
      from: 0,
      to: 23,
      ticks: [0, 3, 6, 9, 12, 15, 18, 21],
      show: (v) => `${String(v).padStart(2, '0')}:00`,
    },
    up: { label: 'Fee, points per unit of size', from: 0, to: 50, ticks: [0, 10, 20, 30, 40, 50] },
    draw: ({ x, y }) => {
      const middle = [
        9, 8, 7, 6, 6, 7, 10, 14, 19, 22, 21, 20, 22, 27, 34, 38, 36, 31, 25, 20, 17, 14, 12, 10,
      ]
      const low = middle.map((v, i): Point => [x(i), y(v * 0.68)])
      const high = middle.map((v, i): Point => [x(i), y(v * 1.28 + 1)])
      return (
        path(`M${points([...high, ...low.toReversed()])}Z`, blue, 'opacity=".2"') +
        curve(
          middle.map((v, i): Point => [x(i), y(v)]),
          blue,
          6,
        ) +
        circle(x(15), y(38), 11, orange) +
        text(x(15) + 20, y(38) - 8, 20, inks.ink, 'peak 38, at 15:00') +
        legend(
          [
            [blue, 'median'],
            ['#c6d5ee', 'middle half of all fees'],
          ],
          x(0.5),
          y(45),
        )
      )
    },
  })
