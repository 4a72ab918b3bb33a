'use client'

import { type FormEvent, useRef } from 'react'

/** Asks for a moment in the time of the one who asks; without JavaScript it is taken as UTC. */
export function LookAheadForm({ path }: { path: string }) {
  const chosen = useRef<HTMLInputElement>(null)
  const sent = useRef<HTMLInputElement>(null)
  const send = (_: FormEvent) => {
    if (!chosen.current || !sent.current) return
    sent.current.value = new Date(chosen.current.value).toISOString()
    sent.current.disabled = false
    chosen.current.removeAttribute('name')
  }
  return (
    <form action="/preview/at" onSubmit={send} className="flex gap-2">
      <label className="grow">
        <span className="sr-only">Moment</span>
        <input
          ref={chosen}
          type="datetime-local"
          name="at"
          required
          className="min-h-9 w-full rounded-md border border-paper/40 bg-transparent px-2 scheme-dark dark:scheme-light"
        />
      </label>
      <input ref={sent} type="hidden" name="at" disabled />
      <input type="hidden" name="path" value={path} />
      <button type="submit" className="min-h-9 rounded-md bg-paper px-3 font-semibold text-ink">
        Show
      </button>
    </form>
  )
}
