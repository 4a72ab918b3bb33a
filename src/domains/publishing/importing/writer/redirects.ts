import type { PayloadRequest } from 'payload'
import { asSystem } from '@/src/platform/authority'
import type { NeutralMetadata } from '../neutral'

export type RedirectPlan = { from: string; to: string }

/** Old addresses of a document that our site does not use itself. */
export function redirectsOf(
  { permalink, aliases }: NeutralMetadata,
  to: string,
  origin?: string,
): RedirectPlan[] {
  const paths = [permalink, ...aliases].flatMap((address) => pathOf(address, origin) ?? [])
  return [...new Set(paths)].filter((from) => from !== '/' && from !== to).map((from) => ({ from, to }))
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

/** Redirects that lead elsewhere already are somebody's decision and stay. */
export async function writeRedirects(req: PayloadRequest, plans: RedirectPlan[]): Promise<number> {
  if (plans.length === 0) return 0
  const { docs } = await req.payload.find({
    collection: 'redirects',
    where: { from: { in: plans.map(({ from }) => from) } },
    select: { from: true },
    depth: 0,
    pagination: false,
    limit: 0,
    // The import keeps the site's old addresses alive.
    ...asSystem(req),
  })
  const taken = new Set(docs.map(({ from }) => from))
  const missing = plans.filter(({ from }) => !taken.has(from))
  for (const { from, to } of missing) {
    await req.payload.create({
      collection: 'redirects',
      data: { from, to, statusCode: '301', origin: 'import' },
      depth: 0,
      select: { from: true },
      ...asSystem(req),
    })
  }
  return missing.length
}
