import type { PayloadRequest } from 'payload'
import { asSystem } from '@/src/platform/authority'
import { env } from '@/src/platform/env'

/** Browsers follow about twenty. */
const longestChain = 20

/** Why a redirect may not be, `null` when it may: nobody is sent in a circle. */
export async function redirectRefusal(
  req: PayloadRequest,
  { from, to }: { from: string; to: string },
): Promise<string | null> {
  const way = [from]
  let next = pathOf(to)
  while (next !== null) {
    if (way.includes(next)) return `It would lead in a circle: ${[...way, next].join(' → ')}.`
    way.push(next)
    if (way.length > longestChain) return 'It would lead on and on.'
    next = await nextAfter(req, next)
  }
  return null
}

async function nextAfter(req: PayloadRequest, from: string): Promise<string | null> {
  // A circle is one whoever may see the redirects in it.
  const { docs } = await req.payload.find({
    collection: 'redirects',
    where: { from: { equals: from } },
    select: { to: true },
    limit: 1,
    depth: 0,
    pagination: false,
    ...asSystem(req),
  })
  return docs[0] ? pathOf(docs[0].to) : null
}

/** The path that an address of this site has, `null` for other sites. */
export function pathOf(address: string): string | null {
  if (!URL.canParse(address, env.SITE_URL)) return null
  const { origin, pathname } = new URL(address, env.SITE_URL)
  if (origin !== new URL(env.SITE_URL).origin) return null
  return readable(pathname.length > 1 ? pathname.replace(/\/+$/, '') || '/' : pathname)
}

/** As editors write it. */
function readable(path: string): string {
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}
