import type { CollectionSlug, Payload, Where } from 'payload'

/** Where something that others point at is named. Media have a check of their own when they are deleted. */
const users: Record<string, { collection: CollectionSlug; field: string }[]> = {
  tags: [{ collection: 'content', field: 'tags' }],
  categories: [
    { collection: 'content', field: 'categories' },
    { collection: 'categories', field: 'parent' },
    { collection: 'tags', field: 'categories' },
  ],
  profiles: [{ collection: 'content', field: 'authors' }],
  content: [{ collection: 'content', field: 'translationOf' }],
  pages: [{ collection: 'pages', field: 'translationOf' }],
}

/** Whether anything that is left points at it, drafts and the trash included. */
export async function findUses(payload: Payload, collection: string, id: string): Promise<boolean> {
  for (const { collection: user, field } of users[collection] ?? []) {
    const where: Where = { [field]: { equals: id } }
    const { totalDocs } = await payload.db.count({ collection: user, where })
    if (totalDocs > 0) return true
    if (!payload.collections[user].config.versions) continue
    const { totalDocs: drafts } = await payload.db.countVersions({
      collection: user,
      where: { and: [{ [`version.${field}`]: { equals: id } }, { latest: { equals: true } }] },
    })
    if (drafts > 0) return true
  }
  return false
}
