import type { FrontRefusal } from './refusals'

const style = [
  'font:1.125rem/1.5 Georgia,serif',
  'margin:15vh auto',
  'max-width:36rem',
  'padding:0 1.25rem',
  'text-align:center',
].join(';')

/** A refusal for a person's eyes. It needs nothing of the site, which may not be there yet. */
export function refusalPage({ status, message }: FrontRefusal): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${message}</title>
</head>
<body>
${refusalWords({ status, message })}
</body>
</html>
`
}

/** What there is to read on it. */
export function refusalWords({ status, message }: Pick<FrontRefusal, 'status' | 'message'>): string {
  return `<main style="${style}">
<p style="font-size:4rem;margin:0" aria-hidden="true">${status}</p>
<h1 style="font-size:1.5rem">${message}</h1>
<p><a href="/" style="color:inherit">To the first page</a></p>
</main>`
}
