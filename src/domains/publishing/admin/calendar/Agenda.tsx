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

/** The days that hold something, one below the other: the calendar of a phone. */
export function Agenda({ days, entries, acts }: AgendaProps) {
  const today = keyOf(new Date())
  const filled = days
    .map((day) => ({ day, key: keyOf(day) }))
    .map((each) => ({ ...each, entries: (entries ?? []).filter(({ at }) => keyOf(at) === each.key) }))
    .filter((each) => each.entries.length > 0 || each.key === today)
  return (
    <ol className="mh-agenda">
      {filled.map(({ day, key, entries: ofDay }) => (
        <li key={key}>
          <h2 className={key === today ? 'mh-agenda__day mh-agenda__day--today' : 'mh-agenda__day'}>
            {day.toLocaleDateString('en-GB', { weekday: 'short', day: 'numeric', month: 'short' })}
            {key === today ? ' · today' : ''}
          </h2>
          {ofDay.map((entry) => (
            <EntryChip acts={acts} entry={entry} key={entry.key} />
          ))}
          {ofDay.length === 0 ? <p className="mh-agenda__empty">Nothing today.</p> : null}
        </li>
      ))}
      {filled.length === 0 && entries ? <li className="mh-agenda__empty">Nothing in these days.</li> : null}
    </ol>
  )
}
