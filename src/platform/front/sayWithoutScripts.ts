/** Next draws the page of a failure in the browser alone: without scripts, nothing of it is seen. */
import type { ServerResponse } from 'node:http'
import { refusalWords } from './refusalPage'
import { refusals } from './refusals'

const shell = '<html id="__next_error__">'
const words = `<noscript><style>:root{color-scheme:light dark}</style>${refusalWords(refusals.failed)}</noscript>`

export function sayWithoutScripts(response: ServerResponse): void {
  const { write, end } = response
  response.write = function (this: ServerResponse, chunk: unknown, ...rest: unknown[]) {
    return (write as Spread).call(this, withWords(this, chunk), ...rest)
  } as typeof write
  response.end = function (this: ServerResponse, chunk: unknown, ...rest: unknown[]) {
    return (end as Spread).call(this, withWords(this, chunk), ...rest)
  } as typeof end
}

type Spread = (...args: unknown[]) => unknown

function withWords({ statusCode }: ServerResponse, chunk: unknown): unknown {
  if (statusCode !== 500 || !(typeof chunk === 'string' || chunk instanceof Uint8Array)) return chunk
  const html = typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8')
  return html.includes(shell) ? html.replace('<body>', `<body>${words}`) : chunk
}
