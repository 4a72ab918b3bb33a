'use client'

import { type DragEvent, type ReactNode, useState } from 'react'
import type { EntryActs } from './Calendar'
import { dragType } from './EntryChip'

interface DropCellProps {
  className: string
  label: string
  day: Date
  hour?: number
  acts: EntryActs
  children: ReactNode
}

/** A cell of the grid that takes what is dropped on it. */
export function DropCell({ className, label, day, hour, acts, children }: DropCellProps) {
  const [isOver, setOver] = useState(false)
  const allow = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes(dragType)) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'move'
    setOver(true)
  }
  const drop = (event: DragEvent) => {
    setOver(false)
    const entry = acts.find(event.dataTransfer.getData(dragType))
    if (!entry) return
    event.preventDefault()
    acts.onMove(entry, day, hour)
  }
  return (
    <td
      aria-label={label}
      className={isOver ? `${className} mh-cell--over` : className}
      onDragLeave={() => setOver(false)}
      onDragOver={allow}
      onDrop={drop}
    >
      {children}
    </td>
  )
}
