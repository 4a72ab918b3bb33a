'use client'

import { CheckIcon, Link, usePreferences } from '@payloadcms/ui'
import { useState } from 'react'
import { checklistPreference } from '../checklistPreference'
import type { ChecklistItem } from '../readChecklist'

interface ChecklistProps {
  adminRoute: string
  items: ChecklistItem[]
  /** Hidden by this user before. */
  isHidden: boolean
}

/** The first ten minutes. It goes by itself when everything is done, or when its reader has seen enough. */
export function Checklist({ adminRoute, items, isHidden: isHiddenAtFirst }: ChecklistProps) {
  const { setPreference } = usePreferences()
  const [isHidden, setHidden] = useState(isHiddenAtFirst)
  const doneCount = items.filter(({ isDone }) => isDone).length
  if (doneCount === items.length) return null
  const hide = (value: boolean) => {
    setHidden(value)
    void setPreference(checklistPreference, { isHidden: value })
  }
  const progress = `${doneCount} of ${items.length} done`
  if (isHidden)
    return (
      <button className="mh-first-steps__again" onClick={() => hide(false)} type="button">
        Show the first steps ({progress})
      </button>
    )
  return (
    <section className="mh-card mh-first-steps">
      <header className="mh-card__head">
        <h2 className="mh-card__title">First steps</h2>
        <button className="mh-card__link" onClick={() => hide(true)} type="button">
          Hide
        </button>
      </header>
      <div className="mh-first-steps__progress">
        <progress aria-label="First steps done" max={items.length} value={doneCount} />
        <span>{progress}</span>
      </div>
      <ul className="mh-first-steps__list">
        {items.map((item) => (
          <Step adminRoute={adminRoute} item={item} key={item.key} />
        ))}
      </ul>
    </section>
  )
}

function Step({ adminRoute, item }: { adminRoute: string; item: ChecklistItem }) {
  const { label, help, isDone, href } = item
  return (
    <li className={isDone ? 'mh-step mh-step--done' : 'mh-step'}>
      <span aria-hidden className="mh-step__mark">
        {isDone ? <CheckIcon /> : null}
      </span>
      <span className="mh-step__words">
        {href && !isDone ? (
          <Link href={`${adminRoute}${href}`} prefetch={false}>
            {label}
          </Link>
        ) : (
          <span className="mh-step__label">{label}</span>
        )}
        <span className="mh-visually-hidden">{isDone ? ' (done)' : ' (to do)'}</span>
        {isDone ? null : <span className="mh-step__help">{help}</span>}
      </span>
    </li>
  )
}
