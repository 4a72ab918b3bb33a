'use client'

import type { EntryActs } from './Calendar'
import { EntryChip } from './EntryChip'
import type { Entry } from './entries'

/** Drafts without a date, to be dragged onto one or planned by a click. */
export function DraftTray({ drafts, acts }: { drafts: Entry[]; acts: EntryActs }) {
  if (drafts.length === 0) return null
  return (
    <section aria-label="Drafts without a date" className="mh-tray">
      <h2 className="mh-tray__title">Drafts without a date</h2>
      <div className="mh-tray__drafts">
        {drafts.map((draft) => (
          <EntryChip acts={acts} entry={draft} key={draft.key} />
        ))}
      </div>
    </section>
  )
}
