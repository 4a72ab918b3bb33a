'use client'

import { useIsHydrated } from './useIsHydrated'

export type Tone = 'done' | 'failed' | 'median' | 'late'

export interface Bar {
  at: string
  /** Stacked from the bottom. */
  parts: { tone: Tone; value: number }[]
  /** The bar in words, for whoever points at it. */
  words: string
}

interface RateChartProps {
  title: string
  /** What the whole chart comes to. */
  headline: string
  /** The chart for those who do not see it. */
  alternative: string
  bars: Bar[]
  /** How its highest value is said. */
  sayValue: (value: number) => string
  legend: { tone: Tone; label: string }[]
}

const barWidth = 10
const gap = 2
const height = 100
/** What is there at all can be seen. */
const leastHeight = 2.5

export function RateChart({ title, headline, alternative, bars, sayValue, legend }: RateChartProps) {
  const isHydrated = useIsHydrated()
  const top = Math.max(...bars.map(totalOf), 0)
  const width = bars.length * barWidth
  return (
    <figure className="mh-chart">
      <figcaption className="mh-chart__head">
        <span className="mh-chart__title">{title}</span>
        <span className="mh-chart__headline">{headline}</span>
      </figcaption>
      <div className="mh-chart__plot">
        <span aria-hidden className="mh-chart__top">
          {top > 0 ? sayValue(top) : ''}
        </span>
        <svg
          aria-label={alternative}
          preserveAspectRatio="none"
          role="img"
          viewBox={`0 0 ${width} ${height}`}
        >
          {bars.map((bar, index) => (
            <g key={bar.at}>
              <title>{isHydrated ? `${clockOf(bar.at)}: ${bar.words}` : bar.words}</title>
              <rect className="mh-chart__reach" height={height} width={barWidth} x={index * barWidth} y={0} />
              {stack(bar, top).map(({ tone, y, size }) => (
                <rect
                  className={`mh-chart__bar mh-chart__bar--${tone}`}
                  height={size}
                  key={tone}
                  width={barWidth - gap}
                  x={index * barWidth + gap / 2}
                  y={y}
                />
              ))}
            </g>
          ))}
        </svg>
      </div>
      <div aria-hidden className="mh-chart__foot">
        <span>{isHydrated && bars[0] ? clockOf(bars[0].at) : ''}</span>
        <span className="mh-chart__legend">
          {legend.map(({ tone, label }) => (
            <span className={`mh-chart__key mh-chart__key--${tone}`} key={tone}>
              {label}
            </span>
          ))}
        </span>
        <span>now</span>
      </div>
    </figure>
  )
}

function stack({ parts }: Bar, top: number): { tone: Tone; y: number; size: number }[] {
  let y = height
  return parts
    .filter(({ value }) => value > 0)
    .map(({ tone, value }) => {
      const size = Math.max(leastHeight, (value / top) * (height - 4))
      y -= size
      return { tone, y: Math.max(0, y), size }
    })
}

function totalOf({ parts }: Bar): number {
  return parts.reduce((sum, { value }) => sum + value, 0)
}

function clockOf(at: string): string {
  return new Date(at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
}
