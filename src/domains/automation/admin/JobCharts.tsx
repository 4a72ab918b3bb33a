'use client'

import type { JobRates, Quantiles, RateSlot, Span } from '../jobs/readJobRates'
import { type Bar, RateChart } from './RateChart'
import { sayCount, sayDuration } from './spoken'

interface JobChartsProps {
  rates: JobRates
  span: Span
  onSpan: (span: Span) => void
}

const spanNames: Record<Span, string> = { hour: 'Last hour', day: 'Last 24 hours' }
const latencyLegend = [
  { tone: 'median', label: 'half are quicker' },
  { tone: 'late', label: '95 % are quicker' },
] as const

export function JobCharts({ rates, span, onSpan }: JobChartsProps) {
  const period = spanNames[rates.span].toLowerCase()
  const perMinute = rates.stepSeconds / 60
  return (
    <section aria-label="Rates" className="mh-jobs__charts">
      <fieldset className="mh-jobs__spans">
        <legend className="mh-visually-hidden">Period</legend>
        {(Object.keys(spanNames) as Span[]).map((name) => (
          <button aria-pressed={name === span} key={name} onClick={() => onSpan(name)} type="button">
            {spanNames[name]}
          </button>
        ))}
      </fieldset>
      <RateChart
        alternative={`Jobs a minute over the ${period}: ${sayCount(rates.done, 'job')} done, ${rates.failed} failed.`}
        bars={rates.slots.map((slot) => jobsBar(slot, perMinute))}
        headline={`${rates.done.toLocaleString('en')} done · ${rates.failed.toLocaleString('en')} failed`}
        legend={[
          { tone: 'done', label: 'done' },
          { tone: 'failed', label: 'failed' },
        ]}
        sayValue={(value) => `${Math.round(value * 10) / 10} a minute`}
        title="Jobs"
      />
      <LatencyChart of="waited" period={period} rates={rates} title="Waiting for a worker" />
      <LatencyChart of="ran" period={period} rates={rates} title="Running" />
    </section>
  )
}

interface LatencyChartProps {
  title: string
  of: 'waited' | 'ran'
  period: string
  rates: JobRates
}

function LatencyChart({ title, of, period, rates }: LatencyChartProps) {
  const words = sayQuantiles(rates[of])
  return (
    <RateChart
      alternative={`${title} over the ${period}: ${words}.`}
      bars={rates.slots.map((slot) => latencyBar(slot, slot[of]))}
      headline={words}
      isLogarithmic
      legend={[...latencyLegend]}
      sayValue={sayDuration}
      title={title}
    />
  )
}

function jobsBar({ at, done, failed }: RateSlot, perMinute: number): Bar {
  return {
    at,
    parts: [
      { tone: 'done', upTo: done / perMinute },
      { tone: 'failed', upTo: failed > 0 ? (done + failed) / perMinute : 0 },
    ],
    words: failed > 0 ? `${done} done, ${failed} failed` : `${done} done`,
  }
}

function latencyBar({ at }: RateSlot, quantiles: Quantiles): Bar {
  const { p50, p95 } = quantiles
  return {
    at,
    parts: [
      { tone: 'median', upTo: p50 ?? 0 },
      { tone: 'late', upTo: p95 ?? 0 },
    ],
    words: sayQuantiles(quantiles),
  }
}

function sayQuantiles({ p50, p95 }: Quantiles): string {
  if (p50 === null || p95 === null) return 'nothing was done'
  return `half within ${sayDuration(p50)}, 95 % within ${sayDuration(p95)}`
}
