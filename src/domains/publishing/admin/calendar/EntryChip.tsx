'use client'

import type { DragEvent, KeyboardEvent } from 'react'
import { sayTime } from '@/src/platform/admin/localMoments'
import type { EntryActs } from './Calendar'
import { type Entry, isMovable } from './entries'

const words: Record<Entry['kind'], string> = {
  published: 'published',
  publish: 'will be published',
  unpublish: 'will be withdrawn',
  failed: 'could not be done',
  draft: 'a draft that is not planned',
}

/** What a dragged entry is known by while it is in the air. */
export const dragType = 'application/x-masthead-entry'

const daysOfKey: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

/** An entry on a day: opened by a click, moved by dragging or by Alt and an arrow. */
export function EntryChip({ entry, acts }: { entry: Entry; acts: EntryActs }) {
  const { kind, title, at } = entry
  const canMove = isMovable(entry)
  const time = kind === 'draft' ? '' : sayTime(at)
  const said = [time, title].filter(Boolean).join(' ')
  const startDrag = (event: DragEvent) => {
    event.dataTransfer.setData(dragType, entry.key)
    event.dataTransfer.effectAllowed = 'move'
  }
  const shift = (event: KeyboardEvent) => {
    const days = daysOfKey[event.key]
    if (!event.altKey || days === undefined) return
    event.preventDefault()
    acts.onShift(entry, days)
  }
  return (
    <button
      aria-label={`${said}, ${words[kind]}`}
      className={`mh-chip mh-chip--${kind}`}
      draggable={canMove}
      onClick={() => acts.onOpen(entry)}
      onDragStart={startDrag}
      onKeyDown={shift}
      title={`${said}: ${words[kind]}`}
      type="button"
    >
      {time ? <span className="mh-chip__time">{time}</span> : null}{' '}
      <span className="mh-chip__title">{title}</span>
    </button>
  )
}
