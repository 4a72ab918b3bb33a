'use client'

import { buttonStyles } from '@/src/components/buttonStyles'

interface ErrorPageProps {
  error: Error & { digest?: string }
  /** Asks the server for the page again. */
  retry: () => void
}

/** A fault of ours. Its cause is in the log, never on the page. Every page brings this one along: it is kept light. */
export default function ErrorPage({ error, retry }: ErrorPageProps) {
  return (
    <div className="shell py-section text-center">
      <p className="display text-[clamp(6rem,22vw,14rem)] leading-none text-accent" aria-hidden="true">
        500
      </p>
      <h1 className="display mt-4 text-3xl">Something went wrong on our side</h1>
      <p className="mx-auto mt-4 max-w-prose text-balance font-serif text-lg text-ink-soft">
        The page could not be made. It is usually a matter of moments.
      </p>
      <p className="mt-8 flex flex-wrap justify-center gap-3">
        <button type="button" className={buttonStyles()} onClick={retry}>
          Try again
        </button>
        <a href="/" className={buttonStyles({ variant: 'outline' })}>
          To the first page
        </a>
      </p>
      {error.digest && (
        <p className="mt-8 text-xs text-ink-soft">
          If you write to us about it, name this number: <span className="font-mono">{error.digest}</span>
        </p>
      )}
    </div>
  )
}
