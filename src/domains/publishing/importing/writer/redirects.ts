import type { Payload, PayloadRequest } from 'payload'
import { now } from '@/src/platform/clock'
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

/** The addresses among `plans` that lead somewhere already: somebody's decision, which stays. */
export async function findTakenRedirects(payload: Payload, plans: RedirectPlan[]): Promise<Set<string>> {
  const taken = new Set<string>()
  const chunk = 500
  for (let start = 0; start < plans.length; start += chunk) {
    // Redirects are public; the import asks for the site.
    const { docs } = await payload.find({
      collection: 'redirects',
      where: { from: { in: plans.slice(start, start + chunk).map(({ from }) => from) } },
      select: { from: true },
      depth: 0,
      pagination: false,
      limit: 0,
      overrideAccess: true,
    })
    for (const { from } of docs) taken.add(from)
  }
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
