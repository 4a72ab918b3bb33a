import type { ReactNode } from 'react'

interface LetterPageProps {
  title: string
  children: ReactNode
}

/** The one thing that a page around the newsletter has to say, and what can be done about it. */
export function LetterPage({ title, children }: LetterPageProps) {
  return (
    <div className="shell py-section">
      <div className="mx-auto grid max-w-measure gap-6">
        <p className="label text-accent">Newsletter</p>
        <h1 className="display text-3xl">{title}</h1>
        {children}
      </div>
    </div>
  )
}

/** A paragraph of such a page. */
export function Words({ children }: { children: ReactNode }) {
  return <p className="font-serif text-lg text-ink-soft">{children}</p>
}

export function Address({ of }: { of: string }) {
  return <strong className="font-semibold wrap-anywhere text-ink">{of}</strong>
}
