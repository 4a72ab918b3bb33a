'use client'

import { Link } from '@payloadcms/ui'
import { useEffect, useId, useRef, useState } from 'react'
import { relativeTime } from '@/src/platform/admin/relativeTime'
import { type Message, useInbox } from './useInbox'

/** In the panel's head: how much is unread, and the newest messages one click away. */
export function NotificationBell() {
  const { messages, unread, markRead } = useInbox()
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const root = useRef<HTMLDivElement>(null)
  useCloseOutside(root, isOpen, () => setOpen(false))
  const count = unread > 99 ? '99+' : String(unread)
  return (
    <div className="mh-bell" ref={root}>
      <button
        aria-controls={id}
        aria-expanded={isOpen}
        aria-label={unread > 0 ? `Notifications, ${unread} unread` : 'Notifications'}
        className="mh-bell__button"
        onClick={() => setOpen(!isOpen)}
        type="button"
      >
        <BellIcon />
        {unread > 0 ? (
          <span aria-hidden className="mh-bell__count">
            {count}
          </span>
        ) : null}
      </button>
      {isOpen ? (
        <section aria-label="Notifications" className="mh-inbox" id={id}>
          <header className="mh-inbox__head">
            <h2 className="mh-inbox__title">Notifications</h2>
            {unread > 0 ? (
              <button
                className="mh-link-button"
                onClick={() => void markRead('all').catch(() => {})}
                type="button"
              >
                Mark all as read
              </button>
            ) : null}
          </header>
          {messages.length === 0 ? (
            <p className="mh-inbox__empty">
              Nothing yet. When a planned publication fails, you hear it here.
            </p>
          ) : (
            <ul className="mh-inbox__list">
              {messages.map((message) => (
                <InboxItem
                  key={message.id}
                  message={message}
                  onLeave={() => setOpen(false)}
                  onRead={() => void markRead(message).catch(() => {})}
                />
              ))}
            </ul>
          )}
        </section>
      ) : null}
    </div>
  )
}

interface InboxItemProps {
  message: Message
  onRead: () => void
  onLeave: () => void
}

function InboxItem({ message, onRead, onLeave }: InboxItemProps) {
  const { subject, body, link, readAt, createdAt } = message
  const open = () => {
    onRead()
    onLeave()
  }
  return (
    <li className={readAt ? 'mh-message' : 'mh-message mh-message--unread'}>
      <p className="mh-message__subject">
        {link ? (
          <Link href={link} onClick={open} prefetch={false}>
            {subject}
          </Link>
        ) : (
          subject
        )}
        {readAt ? null : <span className="mh-visually-hidden"> (unread)</span>}
      </p>
      {body ? <p className="mh-message__body">{body}</p> : null}
      <p className="mh-message__facts">
        <time dateTime={createdAt}>{relativeTime(createdAt)}</time>
        {readAt ? null : (
          <button
            aria-label={`Mark as read: ${subject}`}
            className="mh-link-button"
            onClick={onRead}
            type="button"
          >
            Mark as read
          </button>
        )}
      </p>
    </li>
  )
}

function useCloseOutside(root: React.RefObject<HTMLElement | null>, isOpen: boolean, close: () => void) {
  useEffect(() => {
    if (!isOpen) return
    const onPointer = (event: PointerEvent) => {
      if (!root.current?.contains(event.target as Node)) close()
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      close()
      root.current?.querySelector('button')?.focus()
    }
    document.addEventListener('pointerdown', onPointer)
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('pointerdown', onPointer)
      document.removeEventListener('keydown', onKey)
    }
  })
}

function BellIcon() {
  return (
    <svg aria-hidden="true" fill="none" height="20" stroke="currentColor" viewBox="0 0 20 20" width="20">
      <path
        d="M5 8.5a5 5 0 0 1 10 0c0 4 1.5 5 1.5 5h-13S5 12.5 5 8.5ZM8.4 16a1.8 1.8 0 0 0 3.2 0"
        strokeLinecap="round"
        strokeLinejoin="round"
        strokeWidth="1.4"
      />
    </svg>
  )
}
