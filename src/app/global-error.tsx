'use client'

import { useEffect } from 'react'
import { themeKey } from '@/src/components/themeScript'

/** Stands in when even the layout fails, of the site or of the panel, so it needs nothing: no file, no data, no script. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  useEffect(keepTheme, [])
  return (
    <html lang="en">
      <head>
        <title>Something went wrong</title>
        <meta name="robots" content="noindex" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <style>{styles}</style>
      </head>
      <body>
        <main>
          <p className="number" aria-hidden="true">
            500
          </p>
          <h1>Something went wrong on our side</h1>
          <p className="advice">The page could not be made. It is usually a matter of moments.</p>
          <p className="acts">
            {/* biome-ignore lint/a11y/useValidAnchor: an empty address is that of this page, asked for anew without any script */}
            <a className="first" href="">
              Try again
            </a>
            <a href="/">To the first page</a>
          </p>
          {error.digest && (
            <p className="reference">
              The number of this fault: <code>{error.digest}</code>
            </p>
          )}
        </main>
      </body>
    </html>
  )
}

/** The page was replaced whole, and with it the mark of the theme that its reader chose. */
function keepTheme() {
  try {
    const theme = localStorage.getItem(themeKey)
    if (theme === 'light' || theme === 'dark') document.documentElement.style.colorScheme = theme
  } catch {
    // A browser that keeps nothing for us shows the system's theme.
  }
}

/** The values of tokens.css, which is a file and may be the one that did not come. */
const styles = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#fbf7ef, #141316);
  --ink: light-dark(#1f1d22, #eee8dd);
  --ink-soft: light-dark(#59534e, #b3aba0);
  --rule-strong: light-dark(#1f1d22, #8b847b);
  --accent: light-dark(#b62f1e, #ff8a75);
  --focus: light-dark(#1b57c4, #8db4ff);
}
* { box-sizing: border-box; margin: 0; }
body {
  display: grid;
  min-height: 100vh;
  min-height: 100dvh;
  place-items: center;
  padding: 2rem 1.25rem;
  background: var(--paper);
  color: var(--ink);
  font: 1.0625rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  text-align: center;
}
h1, .number, .advice { font-family: "Iowan Old Style", "Palatino Linotype", Georgia, "Times New Roman", serif; }
.number {
  color: var(--accent);
  font-size: clamp(6rem, 22vw, 14rem);
  font-weight: 600;
  letter-spacing: -0.02em;
  line-height: 1;
}
h1 { margin-top: 1rem; font-size: clamp(2rem, 1.7rem + 1.4vw, 3rem); font-weight: 600; line-height: 1.15; text-wrap: balance; }
.advice { margin-top: 1rem; color: var(--ink-soft); font-size: 1.25rem; text-wrap: balance; }
.acts { display: flex; flex-wrap: wrap; justify-content: center; gap: 0.75rem; margin-top: 2rem; }
a {
  display: inline-flex;
  align-items: center;
  min-height: 2.75rem;
  padding: 0 1.25rem;
  border: 1px solid var(--rule-strong);
  border-radius: 4px;
  color: var(--ink);
  font-size: 0.9375rem;
  font-weight: 600;
  text-decoration: none;
}
a.first, a:hover { border-color: var(--ink); background: var(--ink); color: var(--paper); }
a:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
.reference { margin-top: 2rem; color: var(--ink-soft); font-size: 0.8125rem; }
`
