'use client'

import type { EntryActs } from './Calendar'
import { keyOf } from './calendarDays'
import { EntryChip } from './EntryChip'
import type { Entry } from './entries'

interface AgendaProps {
  days: Date[]
  /** Null while they are read. */
  entries: Entry[] | null
  acts: EntryActs
}

interface FilledDay {
  day: Date
  key: string
  entries: Entry[]
}

/** The days that hold something, one below the other: the calendar of a phone. It begins today. */
export function Agenda({ days, entries, acts }: AgendaProps) {
  const today = keyOf(new Date())
  const filled = days
    .map((day) => ({ day, key: keyOf(day) }))
    .map((each) => ({ ...each, entries: (entries ?? []).filter(({ at }) => keyOf(at) === each.key) }))
    .filter((each) => each.entries.length > 0 || each.key === today)
  const isNow = filled.some(({ key }) => key === today)
  const earlier = isNow ? filled.filter(({ key }) => key < today) : []
  const count = earlier.reduce((sum, day) => sum + day.entries.length, 0)
  return (
    <div className="mh-agenda">
      {count > 0 ? (
        <details className="mh-agenda__earlier">
          <summary>{count} earlier</summary>
          <DayList acts={acts} days={earlier} today={today} />
        </details>
      ) : null}
      <DayList acts={acts} days={filled.filter((day) => !earlier.includes(day))} today={today} />
      {filled.length === 0 && entries ? <p className="mh-agenda__empty">Nothing in these days.</p> : null}
    </div>
  )
}

function DayList({ days, today, acts }: { days: FilledDay[]; today: string; acts: EntryActs }) {
  return (
    <ol>
      {days.map(({ day, key, entries }) => (
        <li key={key}>
          <h2 className={key === today ? 'mh-agenda__day mh-agenda__day--today' : 'mh-agenda__day'}>
            {day.toLocaleDateString('en-GB', { weekday: 'short', day: 'numeric', month: 'short' })}
            {key === today ? ' · today' : ''}
          </h2>
          {entries.map((entry) => (
            <EntryChip acts={acts} entry={entry} key={entry.key} />
          ))}
          {entries.length === 0 ? <p className="mh-agenda__empty">Nothing today.</p> : null}
        </li>
      ))}
    </ol>
  )
}
