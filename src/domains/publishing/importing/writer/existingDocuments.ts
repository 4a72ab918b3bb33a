import { sql } from '@payloadcms/db-postgres'
import { createLocalReq, type Payload } from 'payload'
import { execute } from '@/src/platform/payload/execute'
import { type ImportHash, parseHash } from './importHash'

export type ExistingDocument = {
  id: string
  slug: string
  hash: ImportHash
  title: string
  isTrashed: boolean
}

/** The collections that documents are imported into. */
export type Target = 'content' | 'pages'

export type Existing = Record<Target, ReadonlyMap<string, ExistingDocument>>

/** What earlier imports left, by source key. Trashed documents count: a second import must not bring them back. */
export async function findImported(payload: Payload, importer: string): Promise<Existing> {
  return {
    content: await findIn(payload, 'content', importer),
    pages: await findIn(payload, 'pages', importer),
  }
}

/** Documents read at once: the whole of a large import would be a very large answer. */
const pageSize = 2000

async function findIn(
  payload: Payload,
  collection: Target,
  importer: string,
): Promise<Map<string, ExistingDocument>> {
  const existing = new Map<string, ExistingDocument>()
  for (let last: string | undefined; ; ) {
    // The import compares with everything that it wrote, drafts included.
    const { docs } = await payload.find({
      collection,
      where: { 'source.importer': { equals: importer }, ...(last ? { id: { greater_than: last } } : {}) },
      select: { slug: true, title: true, source: true, deletedAt: true },
      sort: 'id',
      depth: 0,
      limit: pageSize,
      pagination: false,
      trash: true,
      overrideAccess: true,
    })
    for (const { id, slug, title, source, deletedAt } of docs) {
      if (!source?.key) continue
      const hash = parseHash(source.hash ?? '')
      existing.set(source.key, { id, slug: slug ?? '', title, hash, isTrashed: Boolean(deletedAt) })
    }
    last = docs.at(-1)?.id
    if (docs.length < pageSize) return existing
  }
}

/** Slugs asked for in one statement. */
const chunk = 5000

type Taken = { id: string; slug: string; locale: string }

/** Slugs of documents that are there, as `locale/slug`. Those in the trash hold none. */
export async function findTakenSlugs(
  payload: Payload,
  collection: Target,
  slugs: string[],
): Promise<Map<string, string>> {
  const taken = new Map<string, string>()
  const req = await createLocalReq({}, payload)
  for (let start = 0; start < slugs.length; start += chunk) {
    const found = await execute<Taken>(
      req,
      sql`select id, slug, locale from ${sql.identifier(collection)}
          where slug in ${slugs.slice(start, start + chunk)} and deleted_at is null`,
    )
    for (const { id, slug, locale } of found) taken.set(`${locale}/${slug}`, id)
  }
  return taken
}
