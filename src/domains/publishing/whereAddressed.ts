import type { Where } from 'payload'
import { defaultLocale } from './paths'

export interface Addressed {
  slug: string
  locale?: string
  /** The draft that its editor looks at. */
  draftId?: string
}

/** The document at an address as readers find it, or one draft by its id. */
export function whereAddressed({ slug, locale = defaultLocale, draftId }: Addressed): Where {
  if (draftId) return { id: { equals: draftId } }
  return {
    and: [
      { slug: { equals: slug } },
      { locale: { equals: locale } },
      { _status: { equals: 'published' } },
      { archivedAt: { exists: false } },
    ],
  }
}
