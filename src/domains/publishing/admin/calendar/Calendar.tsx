'use client'

import { useEffect, useState } from 'react'
import { zoneName } from '@/src/platform/admin/localMoments'
import { Agenda } from './Agenda'
import { CalendarHead } from './CalendarHead'
import { addDays, movedTo, type Span } from './calendarDays'
import { DraftTray } from './DraftTray'
import { EntryDialog } from './EntryDialog'
import { type Entry, isMovable } from './entries'
import { MonthGrid } from './MonthGrid'
import { useEntries } from './useEntries'
import { WeekGrid } from './WeekGrid'

/** How a grid hands on what happens to an entry. */
export interface EntryActs {
  /** What is dropped is known by its key alone. */
  find: (key: string) => Entry | undefined
  onOpen: (entry: Entry) => void
  onMove: (entry: Entry, day: Date, hour?: number) => void
  /** With the keyboard, by whole days. */
  onShift: (entry: Entry, days: number) => void
}

/** Month or week; only a browser knows in which time zone, so nothing is drawn before there is one. */
export function Calendar() {
  const [date, setDate] = useState<Date | null>(null)
  useEffect(() => setDate(new Date()), [])
  return date ? (
    <CalendarOf date={date} onDate={setDate} />
  ) : (
    <div className="mh-calendar mh-calendar--waiting" />
  )
}

function CalendarOf({ date, onDate }: { date: Date; onDate: (date: Date) => void }) {
  const [span, setSpan] = useState<Span>('month')
  const { days, entries, drafts, refusal, move, remove } = useEntries(date, span)
  const [open, setOpen] = useState<Entry | null>(null)
  const acts: EntryActs = {
    find: (key) => [...(entries ?? []), ...drafts].find((entry) => entry.key === key),
    onOpen: setOpen,
    onMove: (entry, day, hour) => void move(entry, movedTo(entry.at, day, hour)),
    onShift: (entry, count) => {
      if (isMovable(entry) && entry.job) void move(entry, addDays(entry.at, count))
    },
  }
  const shown = entries ?? []
  return (
    <div aria-busy={entries === null} className="mh-calendar">
      <CalendarHead date={date} onDate={onDate} onSpan={setSpan} span={span} />
      {refusal ? (
        <p className="mh-calendar__refusal" role="alert">
          The calendar could not be read: {refusal}
        </p>
      ) : null}
      <DraftTray acts={acts} drafts={drafts} />
      {span === 'month' ? (
        <MonthGrid acts={acts} days={days} entries={shown} month={date.getMonth()} />
      ) : (
        <WeekGrid acts={acts} days={days} entries={shown} />
      )}
      <Agenda acts={acts} days={days} entries={entries} />
      <div className="mh-calendar__foot">
        <ul aria-label="Colours" className="mh-calendar__legend">
          <li className="mh-key mh-key--published">Published</li>
          <li className="mh-key mh-key--publish">Will be published</li>
          <li className="mh-key mh-key--unpublish">Will be withdrawn</li>
          <li className="mh-key mh-key--failed">Could not be done</li>
        </ul>
        <p>
          Times are yours, {zoneName()}. Drag what is planned to another day, or choose it and press{' '}
          <kbd>Alt</kbd> with an arrow key.
        </p>
      </div>
      {open ? (
        <EntryDialog
          entry={open}
          onClose={() => setOpen(null)}
          onMove={(at) => void move(open, at)}
          onRemove={() => void remove(open)}
        />
      ) : null}
    </div>
  )
}
