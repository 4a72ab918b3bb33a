'use client'

import { buttonStyles } from '@/src/components/buttonStyles'

/** A fault of ours. Its cause is in the log, never on the page. Every page brings this one along: it is kept light. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  return (
    <div className="shell py-section text-center">
      <h1 className="display text-3xl">Something went wrong on our side</h1>
      <p className="mx-auto mt-4 max-w-prose font-serif text-lg text-ink-soft">
        The page could not be made. It is usually a matter of moments.
      </p>
      <p className="mt-8">
        <button type="button" className={buttonStyles()} onClick={reset}>
          Try again
        </button>
      </p>
      {error.digest && <p className="mt-6 text-xs text-ink-soft">Reference: {error.digest}</p>}
    </div>
  )
}
