'use client'

import { useEffect, useRef } from 'react'
import type { EntryActs } from './Calendar'
import { keyOf } from './calendarDays'
import { DropCell } from './DropCell'
import { EntryChip } from './EntryChip'
import type { Entry } from './entries'

interface WeekGridProps {
  days: Date[]
  entries: Entry[]
  acts: EntryActs
}

const hours = Array.from({ length: 24 }, (_, hour) => hour)
/** Where a day's work begins: what is before it is a scroll away. */
const firstHour = 7

/** A row an hour, a column a day. */
export function WeekGrid({ days, entries, acts }: WeekGridProps) {
  const scroll = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const row = scroll.current?.querySelector<HTMLElement>(`[data-hour="${firstHour}"]`)
    const head = scroll.current?.querySelector('thead')
    if (scroll.current && row && head) scroll.current.scrollTop = row.offsetTop - head.offsetHeight
  }, [])
  const today = keyOf(new Date())
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls it by keys
    <section aria-label="Hours of the week" className="mh-week" ref={scroll} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th className="mh-week__corner">
              <span className="mh-visually-hidden">Hour</span>
            </th>
            {days.map((day) => (
              <th className={keyOf(day) === today ? 'mh-week__today' : ''} key={keyOf(day)} scope="col">
                {day.toLocaleDateString('en-GB', { weekday: 'short', day: 'numeric' })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {hours.map((hour) => (
            <tr data-hour={hour} key={hour}>
              <th scope="row">{`${String(hour).padStart(2, '0')}:00`}</th>
              {days.map((day) => (
                <DropCell
                  acts={acts}
                  className={keyOf(day) === today ? 'mh-cell mh-cell--today' : 'mh-cell'}
                  day={day}
                  hour={hour}
                  key={keyOf(day)}
                  label={`${day.toLocaleDateString('en-GB', { weekday: 'long' })} ${hour}:00`}
                >
                  {entries
                    .filter(({ at }) => keyOf(at) === keyOf(day) && at.getHours() === hour)
                    .map((entry) => (
                      <EntryChip acts={acts} entry={entry} key={entry.key} />
                    ))}
                </DropCell>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
