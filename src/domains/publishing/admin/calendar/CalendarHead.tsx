'use client'

import { ChevronIcon } from '@payloadcms/ui'
import { addSpans, type Span, titleOf } from './calendarDays'

interface CalendarHeadProps {
  date: Date
  span: Span
  onDate: (date: Date) => void
  onSpan: (span: Span) => void
}

const spans: Span[] = ['month', 'week']

export function CalendarHead({ date, span, onDate, onSpan }: CalendarHeadProps) {
  return (
    <div className="mh-calendar__head">
      <h1 aria-live="polite" className="mh-calendar__title">
        {titleOf(date, span)}
      </h1>
      <div className="mh-calendar__steps">
        <button
          aria-label={`The ${span} before`}
          className="mh-button mh-button--icon"
          onClick={() => onDate(addSpans(date, span, -1))}
          type="button"
        >
          <ChevronIcon direction="left" />
        </button>
        <button className="mh-button" onClick={() => onDate(new Date())} type="button">
          Today
        </button>
        <button
          aria-label={`The ${span} after`}
          className="mh-button mh-button--icon"
          onClick={() => onDate(addSpans(date, span, 1))}
          type="button"
        >
          <ChevronIcon direction="right" />
        </button>
      </div>
      <fieldset className="mh-calendar__spans">
        <legend className="mh-visually-hidden">What is shown</legend>
        {spans.map((name) => (
          <button
            aria-pressed={name === span}
            className="mh-filter"
            key={name}
            onClick={() => onSpan(name)}
            type="button"
          >
            {name === 'month' ? 'Month' : 'Week'}
          </button>
        ))}
      </fieldset>
    </div>
  )
}
