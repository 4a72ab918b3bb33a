import type { Payload } from 'payload'

export type ExistingDocument = { id: string; slug: string; hash: string; title: string; isTrashed: boolean }

/** What earlier imports left, by source key. Trashed documents count: a second import must not bring them back. */
export async function findImported(
  payload: Payload,
  importer: string,
): Promise<Map<string, ExistingDocument>> {
  const existing = new Map<string, ExistingDocument>()
  // The import compares with everything that it wrote, drafts included.
  const { docs } = await payload.find({
    collection: 'content',
    where: { 'source.importer': { equals: importer } },
    select: { slug: true, title: true, source: true, deletedAt: true },
    depth: 0,
    limit: 0,
    pagination: false,
    trash: true,
    overrideAccess: true,
  })
  for (const { id, slug, title, source, deletedAt } of docs) {
    if (!source?.key) continue
    existing.set(source.key, {
      id,
      slug: slug ?? '',
      title,
      hash: source.hash ?? '',
      isTrashed: Boolean(deletedAt),
    })
  }
  return existing
}

/** Slugs of other documents, as `locale/slug`. */
export async function findTakenSlugs(
  payload: Payload,
  collection: 'content' | 'pages',
  slugs: string[],
): Promise<Map<string, string>> {
  const taken = new Map<string, string>()
  for (let start = 0; start < slugs.length; start += 500) {
    // Every document counts, whoever may read it.
    const { docs } = await payload.find({
      collection,
      where: { slug: { in: slugs.slice(start, start + 500) } },
      select: { slug: true, locale: true },
      depth: 0,
      limit: 0,
      pagination: false,
      overrideAccess: true,
    })
    for (const { id, slug, locale } of docs) taken.set(`${locale}/${slug}`, id)
  }
  return taken
}
