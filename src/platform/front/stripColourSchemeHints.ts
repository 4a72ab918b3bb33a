/** Payload's Next plugin asks every visitor for a colour scheme, which splits caches; only the panel needs it. */
import type { ServerResponse } from 'node:http'

const hint = 'sec-ch-prefers-color-scheme'

export function stripColourSchemeHints(response: ServerResponse): void {
  // Bound first: node calls writeHead itself when a handler only writes.
  const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => ServerResponse
  response.writeHead = (...args: unknown[]) => {
    response.removeHeader('critical-ch')
    response.removeHeader('accept-ch')
    const kept = String(response.getHeader('vary') ?? '')
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name && name.toLowerCase() !== hint)
    if (kept.length > 0) response.setHeader('vary', kept.join(', '))
    else response.removeHeader('vary')
    return writeHead(...args)
  }
}
