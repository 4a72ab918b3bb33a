'use client'

import { useState } from 'react'
import type { EntryActs } from './Calendar'
import { keyOf } from './calendarDays'
import { DropCell } from './DropCell'
import { EntryChip } from './EntryChip'
import type { Entry } from './entries'

interface MonthGridProps {
  days: Date[]
  month: number
  entries: Entry[]
  acts: EntryActs
}

/** More than a day's square has room for. */
const shownADay = 4

export function MonthGrid({ days, month, entries, acts }: MonthGridProps) {
  const weeks = days
    .filter((_, index) => index % 7 === 0)
    .map((_, index) => days.slice(index * 7, index * 7 + 7))
  const today = keyOf(new Date())
  return (
    <table className="mh-month">
      <thead>
        <tr>
          {days.slice(0, 7).map((day) => (
            <th key={keyOf(day)} scope="col">
              {day.toLocaleDateString('en-GB', { weekday: 'short' })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={keyOf(week[0] as Date)}>
            {week.map((day) => (
              <DropCell
                acts={acts}
                className={[
                  'mh-cell',
                  day.getMonth() === month ? '' : 'mh-cell--outside',
                  keyOf(day) === today ? 'mh-cell--today' : '',
                ].join(' ')}
                day={day}
                key={keyOf(day)}
                label={day.toLocaleDateString('en-GB', { weekday: 'long', day: 'numeric', month: 'long' })}
              >
                <span className="mh-cell__day">{day.getDate()}</span>
                <DayEntries acts={acts} entries={entries.filter(({ at }) => keyOf(at) === keyOf(day))} />
              </DropCell>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function DayEntries({ entries, acts }: { entries: Entry[]; acts: EntryActs }) {
  const [isWhole, setWhole] = useState(false)
  // What failed is never among what is left out.
  const shown = isWhole ? entries : entries.filter(({ kind }, nth) => nth < shownADay || kind === 'failed')
  return (
    <div className="mh-cell__entries">
      {shown.map((entry) => (
        <EntryChip acts={acts} entry={entry} key={entry.key} />
      ))}
      {entries.length > shown.length ? (
        <button className="mh-cell__more" onClick={() => setWhole(true)} type="button">
          {entries.length - shown.length} more
        </button>
      ) : null}
    </div>
  )
}
