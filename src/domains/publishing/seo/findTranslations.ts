import type { PayloadRequest } from 'payload'
import { asUser } from '@/src/platform/authority'
import { documentPath } from '../paths'

export interface Translation {
  locale: string
  title: string
  path: string
}

interface Translated {
  id: string
  translationOf?: string | { id: string } | null
}

/** More languages than any document has. */
const mostTranslations = 100

/**
 * A published document in all its languages, itself included: the original and all that translate it. Empty where
 * there is only one.
 */
export async function findTranslations(
  req: PayloadRequest,
  collection: 'content' | 'pages',
  { id, translationOf }: Translated,
): Promise<Translation[]> {
  const original = typeof translationOf === 'object' ? translationOf?.id : translationOf
  const root = original ?? id
  const { docs } = await req.payload.find({
    collection,
    where: {
      and: [
        { or: [{ id: { equals: root } }, { translationOf: { equals: root } }] },
        // Staff may read drafts, but a page links to what its readers find.
        { _status: { equals: 'published' } },
        { archivedAt: { exists: false } },
      ],
    },
    select: { title: true, slug: true, locale: true },
    sort: 'locale',
    limit: mostTranslations,
    depth: 0,
    pagination: false,
    ...asUser(req),
  })
  // One address a language; a second document in the same one is no translation of anything.
  const byLocale = new Map(docs.map((doc) => [doc.locale, doc]))
  const self = docs.find((doc) => doc.id === id)
  if (self) byLocale.set(self.locale, self)
  if (byLocale.size < 2 || !self) return []
  return [...byLocale.values()].map((doc) => ({
    locale: doc.locale,
    title: doc.title,
    path: documentPath(collection, doc) ?? '/',
  }))
}
