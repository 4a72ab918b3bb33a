import { sql } from '@payloadcms/db-postgres'
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { now } from '@/src/platform/clock'
import { execute } from '@/src/platform/payload/execute'
import type { NeutralMetadata, NeutralRedirect } from '../neutral'

export type RedirectPlan = { from: string; to: string; statusCode?: '301' | '302' }
type Former = Partial<Pick<NeutralMetadata, 'permalink' | 'aliases'>>
export type FormerSite = { origin?: string; basePath: string }

/** Old addresses of a document, term or author that our site does not use itself. */
export function redirectsOf(
  { permalink, aliases = [] }: Former,
  to: string,
  { origin, basePath }: FormerSite,
): RedirectPlan[] {
  const former = permalink === undefined ? aliases : [permalink, ...aliases]
  const paths = former.flatMap((address) => pathOf(address, origin) ?? [])
  const full = paths.map((path) => (path.startsWith(`${basePath}/`) ? path : basePath + path))
  return [...new Set(full)].filter((from) => from !== '/' && from !== to).map((from) => ({ from, to }))
}

function pathOf(address: string, origin: string | undefined): string | undefined {
  const local = origin && address.startsWith(origin) ? address.slice(origin.length) : address
  if (/^[a-z]+:/i.test(local)) return undefined
  const path = `/${local.replace(/[?#].*$/, '')}`
    .replace(/\/{2,}/g, '/')
    .replace(/index\.html$/, '')
    .replace(/(?<=.)\/+$/, '')
  return encodeURI(decodeQuietly(path))
}

function decodeQuietly(path: string): string {
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}

/** The source's own rules; what they lead to is where that is now. */
export function statedRedirects(
  redirects: NeutralRedirect[],
  destinations: { metadata: Former; path: string }[],
  site: FormerSite,
): RedirectPlan[] {
  if (redirects.length === 0) return []
  const paths = new Map(
    destinations.flatMap(({ metadata, path }) =>
      redirectsOf(metadata, path, site).map(({ from }) => [from, path]),
    ),
  )
  return redirects.flatMap(({ from, to, isPermanent }) => {
    const [own] = redirectsOf({ aliases: [to] }, '', site)
    const target = (own && paths.get(own.from)) ?? to
    const statusCode = isPermanent ? ('301' as const) : ('302' as const)
    if (!/^(?:\/(?!\/)|https?:\/\/)\S*$/.test(target)) return []
    return redirectsOf({ aliases: [from] }, target, site).map((plan) => ({ ...plan, statusCode }))
  })
}

/** Addresses asked for in one statement. */
const chunk = 5000

/** The addresses among `plans` that lead somewhere already: somebody's decision, which stays. */
export async function findTakenRedirects(
  payload: Payload,
  plans: Iterable<RedirectPlan>,
): Promise<Set<string>> {
  const taken = new Set<string>()
  const req = await createLocalReq({}, payload)
  let asked: string[] = []
  const ask = async () => {
    const query = sql`select "from" from redirects where "from" in ${asked}`
    if (asked.length > 0) for (const { from } of await execute<{ from: string }>(req, query)) taken.add(from)
    asked = []
  }
  for (const { from } of plans) {
    asked.push(from)
    if (asked.length >= chunk) await ask()
  }
  await ask()
  return taken
}

/**
 * Writes redirects through the adapter: their paths are in the stored form already, and a write through the
 * collection would cost as much as a quarter of the document's own.
 */
export async function writeRedirects(req: PayloadRequest, plans: RedirectPlan[]): Promise<void> {
  const at = now().toISOString()
  for (const { from, to, statusCode = '301' } of plans) {
    const data = { from, to, statusCode, origin: 'import', createdAt: at, updatedAt: at }
    await req.payload.db.create({ collection: 'redirects', data, req, returning: false })
  }
}
