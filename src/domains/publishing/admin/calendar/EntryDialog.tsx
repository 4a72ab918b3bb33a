'use client'

import { Link, useConfig } from '@payloadcms/ui'
import { useEffect, useId, useRef, useState } from 'react'
import { fromLocalInput, sayMoment, sayOffset, toLocalInput } from '@/src/platform/admin/localMoments'
import { addDays } from './calendarDays'
import { type Entry, isMovable } from './entries'

interface EntryDialogProps {
  entry: Entry
  onClose: () => void
  onMove: (at: Date) => void
  onRemove: () => void
}

const words: Record<Entry['kind'], string> = {
  published: 'Published',
  publish: 'Will be published',
  unpublish: 'Will be withdrawn',
  failed: 'Could not be done',
  draft: 'Draft, not planned yet',
}

/** One entry: what it is, opening its document, and moving it without a mouse. */
export function EntryDialog({ entry, onClose, onMove, onRemove }: EntryDialogProps) {
  const { config } = useConfig()
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  const { kind, title, at, job, collection } = entry
  const [value, setValue] = useState(() => toLocalInput(kind === 'draft' ? addDays(at, 1) : at))
  useEffect(() => dialog.current?.showModal(), [])
  const moment = fromLocalInput(value)
  const finish = (act: () => void) => {
    act()
    dialog.current?.close()
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself
    <dialog
      aria-labelledby={`${id}-title`}
      className="mh-dialog"
      onClick={({ target }) => target === dialog.current && dialog.current?.close()}
      onClose={onClose}
      ref={dialog}
    >
      <div className="mh-dialog__page">
        <p className={`mh-key mh-key--${kind}`}>
          {words[kind]}
          {kind === 'draft' ? null : ` ${sayMoment(at)} ${sayOffset(at)}`}
        </p>
        <h2 className="mh-dialog__title" id={`${id}-title`}>
          {title}
        </h2>
        {job?.user.name ? <p className="mh-dialog__facts">Planned by {job.user.name}.</p> : null}
        {job?.failure ? <p className="mh-schedule__refusal">{job.failure.message}</p> : null}
        {isMovable(entry) ? (
          <div className="mh-dialog__move">
            <label htmlFor={`${id}-at`}>{job ? 'Move it to' : 'Publish it at'}</label>
            <input
              className="mh-moment"
              id={`${id}-at`}
              onChange={(event) => setValue(event.target.value)}
              type="datetime-local"
              value={value}
            />
            <button
              className="mh-button mh-button--primary"
              disabled={!moment || (job !== undefined && value === toLocalInput(at))}
              onClick={() => moment && finish(() => onMove(moment))}
              type="button"
            >
              {job ? 'Move' : 'Plan it'}
            </button>
          </div>
        ) : null}
        <div className="mh-dialog__buttons">
          <Link
            className="mh-button"
            href={`${config.routes.admin}/collections/${collection}/${entry.id}`}
            prefetch={false}
          >
            Open the {collection === 'pages' ? 'page' : 'article'}
          </Link>
          {job && isMovable(entry) ? (
            <button className="mh-button" onClick={() => finish(onRemove)} type="button">
              {kind === 'failed' ? 'Dismiss' : 'Take off the plan'}
            </button>
          ) : null}
          <button className="mh-button" onClick={() => dialog.current?.close()} type="button">
            Close
          </button>
        </div>
      </div>
    </dialog>
  )
}
