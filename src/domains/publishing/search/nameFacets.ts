import type { PayloadRequest } from 'payload'
import { asUser } from '@/src/platform/authority'
import type { Part } from './findMatches'

export interface Facet {
  kind: Part['kind']
  /** Slug, username or year: what the filter of this kind takes. */
  key: string
  name: string
  articles: number
}

/** The parts of a result under the names that readers know, without those that the caller may not see. */
export async function nameFacets(req: PayloadRequest, parts: Part[]): Promise<Facet[]> {
  const named = new Map([
    ...(await namesOf(req, 'categories', parts, 'category')),
    ...(await namesOf(req, 'tags', parts, 'tag')),
    ...(await namesOf(req, 'profiles', parts, 'author')),
  ])
  return parts.flatMap(({ kind, key, articles }): Facet[] => {
    if (kind === 'year') return [{ kind, key, name: key, articles }]
    const known = named.get(key)
    return known?.key ? [{ kind, key: known.key, name: known.name, articles }] : []
  })
}

async function namesOf(
  req: PayloadRequest,
  collection: 'categories' | 'tags' | 'profiles',
  parts: Part[],
  kind: Part['kind'],
): Promise<[string, { key: string; name: string }][]> {
  const ids = parts.filter((part) => part.kind === kind).map(({ key }) => key)
  if (ids.length === 0) return []
  const { docs } = await req.payload.find({
    collection,
    where: { id: { in: ids } },
    depth: 0,
    pagination: false,
    ...asUser(req),
  })
  return docs.map((doc) => [
    doc.id,
    { key: ('username' in doc ? doc.username : doc.slug) ?? '', name: doc.name },
  ])
}
