import type { PayloadRequest } from 'payload'
import { asUser } from '@/src/platform/authority'
import { pathOf } from './redirectRefusal'

export interface FoundRedirect {
  to: string
  statusCode: number
}

/** Where an address leads that has no page any more; its slash at the end does not matter. */
export async function findRedirect(
  req: PayloadRequest,
  { path }: { path: string },
): Promise<FoundRedirect | null> {
  const { docs } = await req.payload.find({
    collection: 'redirects',
    where: { from: { in: spellings(path) } },
    select: { to: true, statusCode: true },
    limit: 1,
    depth: 0,
    pagination: false,
    ...asUser(req),
  })
  const [found] = docs
  // Nobody comes from here to here.
  if (!found || pathOf(found.to) === pathOf(path)) return null
  return { to: found.to, statusCode: Number(found.statusCode) }
}

/** Editors type letters as they read them; browsers send them percent-encoded. */
function spellings(path: string): string[] {
  const plain = path.length > 1 ? path.replace(/\/+$/, '') || '/' : path
  try {
    return [...new Set([plain, decodeURI(plain), encodeURI(decodeURI(plain))])]
  } catch {
    return [plain]
  }
}
