'use client'

/** Stands in when even the layout fails, so it needs nothing: no styles, no data. */
export default function GlobalError({ reset }: { error: Error; reset: () => void }) {
  return (
    <html lang="en">
      <head>
        <title>Something went wrong</title>
        <meta name="robots" content="noindex" />
      </head>
      <body
        style={{
          colorScheme: 'light dark',
          fontFamily: 'Georgia, serif',
          margin: '15vh auto',
          maxWidth: '36rem',
          padding: '0 1.25rem',
          textAlign: 'center',
        }}
      >
        <h1>Something went wrong on our side</h1>
        <p>The site cannot answer at the moment. Please try again soon.</p>
        <button type="button" onClick={reset}>
          Try again
        </button>
      </body>
    </html>
  )
}
