import type { CollectionSlug, PayloadRequest, Where } from 'payload'
import { asUser } from '@/src/platform/authority'
import { findAddressed } from './findAddressed'
import { isOwnAddress } from './isOwnAddress'

export interface Occupant {
  collection?: CollectionSlug
  id?: string
  /** As people call it. */
  name: string
}

/** What readers find at a path of the site now, `null` where nothing answers. Drafts are found by nobody. */
export async function findOccupant(
  req: PayloadRequest,
  { path }: { path: string },
): Promise<Occupant | null> {
  if (path === '/' || isOwnAddress(path))
    return { name: path === '/' ? 'The first page' : 'A page of its own' }
  const segments = path.slice(1).split('/').map(readable)
  const [first = '', second = '', third = ''] = segments
  if (segments.length > 3) return null
  if (segments.length === 3) {
    return second === 'articles' ? findDocument(req, 'content', { slug: third, locale: first }) : null
  }
  switch (segments.length === 2 ? first : undefined) {
    case 'articles':
      return findDocument(req, 'content', { slug: second })
    case 'categories':
    case 'tags':
      return findNamed(req, first as 'categories' | 'tags', { slug: { equals: second } })
    case 'authors':
      return findNamed(req, 'profiles', { username: { equals: second } })
    default:
      return second
        ? findDocument(req, 'pages', { slug: second, locale: first })
        : ((await findDocument(req, 'pages', { slug: first })) ??
            findDocument(req, 'pages', { slug: 'home', locale: first }))
  }
}

async function findDocument(
  req: PayloadRequest,
  collection: 'content' | 'pages',
  address: { slug: string; locale?: string },
): Promise<Occupant | null> {
  const found = await findAddressed(req, collection, address)
  return found && { collection, id: found.id, name: `“${found.title}”` }
}

async function findNamed(
  req: PayloadRequest,
  collection: 'categories' | 'tags' | 'profiles',
  where: Where,
): Promise<Occupant | null> {
  const { docs } = await req.payload.find({
    collection,
    where,
    select: { name: true },
    depth: 0,
    limit: 1,
    pagination: false,
    ...asUser(req),
  })
  return docs[0] ? { collection, id: docs[0].id, name: `“${docs[0].name}”` } : null
}

function readable(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
