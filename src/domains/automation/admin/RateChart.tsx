'use client'

import { useIsHydrated } from './useIsHydrated'

export type Tone = 'done' | 'failed' | 'median' | 'late'

export interface Bar {
  at: string
  /** From the lowest to the highest, each reaching up from the ground. */
  parts: { tone: Tone; upTo: number }[]
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
  /** Latencies span from milliseconds to hours: one bad minute would flatten all others. */
  isLogarithmic?: boolean
}

const barWidth = 10
const gap = 2
const height = 100
/** What is there at all can be seen. */
const leastHeight = 2.5

export function RateChart({
  title,
  headline,
  alternative,
  bars,
  sayValue,
  legend,
  isLogarithmic = false,
}: RateChartProps) {
  const isHydrated = useIsHydrated()
  const top = Math.max(...bars.flatMap(({ parts }) => parts.map(({ upTo }) => upTo)), 0)
  const width = bars.length * barWidth
  return (
    <figure className="mh-chart">
      <figcaption className="mh-chart__head">
        <span className="mh-chart__title">{title}</span>
        <span className="mh-chart__headline">{headline}</span>
      </figcaption>
      <div className="mh-chart__plot">
        <span aria-hidden className="mh-chart__top">
          {top > 0 ? `${sayValue(top)}${isLogarithmic ? ', logarithmic' : ''}` : ''}
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
              {rise(bar, (value) => share(value, top, isLogarithmic)).map(({ tone, size }) => (
                <rect
                  className={`mh-chart__bar mh-chart__bar--${tone}`}
                  height={size}
                  key={tone}
                  width={barWidth - gap}
                  x={index * barWidth + gap / 2}
                  y={height - size}
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

/** The highest first, so that the lower ones stand before it. */
function rise({ parts }: Bar, shareOf: (value: number) => number): { tone: Tone; size: number }[] {
  let below = { upTo: 0, size: 0 }
  const sizes = parts
    .filter(({ upTo }) => upTo > 0)
    .map(({ tone, upTo }) => {
      const least = upTo > below.upTo ? below.size + leastHeight : below.size
      const size = Math.min(height, Math.max(least, shareOf(upTo) * (height - 4)))
      below = { upTo, size }
      return { tone, size }
    })
  return sizes.reverse()
}

/** Of the whole height; a logarithm counts from a millisecond up. */
function share(value: number, top: number, isLogarithmic: boolean): number {
  return isLogarithmic ? Math.log10(1 + value * 1000) / Math.log10(1 + top * 1000) : value / top
}

function clockOf(at: string): string {
  return new Date(at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
}
