import type { ServerResponse } from 'node:http'
import { env } from '../env'

const moves = new Set([301, 302, 307, 308])
/** Their redirects know what they do with a query. */
const others = /^\/(admin|api|preview|_next)([/?]|$)/

/**
 * Whoever follows an old address of the site arrives with the query that they came with: marks of campaigns, say. What
 * the new address says itself wins, and other sites are told nothing.
 * @param url as it was asked for.
 */
export function keepQuery(response: ServerResponse, url: string, status: number): void {
  const mark = url.indexOf('?')
  const location = response.getHeader('location')
  if (mark < 0 || !moves.has(status) || typeof location !== 'string' || others.test(url)) return
  if (!URL.canParse(location, env.SITE_URL)) return
  const target = new URL(location, env.SITE_URL)
  if (target.origin !== new URL(env.SITE_URL).origin) return
  const own = new Set(target.searchParams.keys())
  for (const [name, value] of new URLSearchParams(url.slice(mark + 1)))
    if (!own.has(name)) target.searchParams.append(name, value)
  const path = `${target.pathname}${target.search}${target.hash}`
  response.setHeader('location', location.startsWith('/') ? path : target.href)
}
