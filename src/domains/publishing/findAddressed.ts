import type { PayloadRequest, Where } from 'payload'
import type { Content, Page } from '@/payload-types'
import { asUser } from '@/src/platform/authority'
import { mediaSelect, without } from './listArticles'
import { defaultLocale } from './paths'
import { dateInForecast, readForecast } from './readForecast'

export interface Addressed {
  slug: string
  locale?: string
  /** The draft that its editor looks at. */
  draftId?: string
  /** With `draftId`: what the editor has typed and not saved yet, by field. */
  unsaved?: Record<string, unknown>
}

interface Documents {
  content: Content
  pages: Page
}

/** The document at an address as readers find it, or a draft by its id; `null` where the caller may read none. */
export async function findAddressed<Slug extends keyof Documents>(
  req: PayloadRequest,
  collection: Slug,
  { slug, locale = defaultLocale, draftId, unsaved }: Addressed,
): Promise<Documents[Slug] | null> {
  if (draftId) return findDraft(req, collection, draftId, unsaved)
  const address: Where[] = [{ slug: { equals: slug } }, { locale: { equals: locale } }]
  const forecast = await readForecast(req, collection)
  if (!forecast) return findOne(req, collection, published(address))
  const { appearing, disappearing } = forecast
  const coming = { and: [...address, { id: { in: [...appearing.keys()] } }] }
  const found = appearing.size > 0 ? await findOne(req, collection, coming, true) : null
  if (found) return { ...found, publishedAt: dateInForecast(found, forecast) }
  return findOne(req, collection, published([...address, ...without([...disappearing])]))
}

function published(conditions: Where[]): Where {
  return { and: [...conditions, { _status: { equals: 'published' } }, { archivedAt: { exists: false } }] }
}

async function findOne<Slug extends keyof Documents>(
  req: PayloadRequest,
  collection: Slug,
  where: Where,
  draft = false,
): Promise<Documents[Slug] | null> {
  const { docs } = await req.payload.find({
    collection,
    where,
    draft,
    limit: 1,
    depth: 1,
    pagination: false,
    populate: { media: mediaSelect },
    ...asUser(req),
  })
  return (docs[0] as Documents[Slug] | undefined) ?? null
}

async function findDraft<Slug extends keyof Documents>(
  req: PayloadRequest,
  collection: Slug,
  id: string,
  unsaved: Record<string, unknown> | undefined,
): Promise<Documents[Slug] | null> {
  const draft = { collection, id, draft: true, disableErrors: true, ...asUser(req) } as const
  const typed = unsaved && { ...(await req.payload.findByID({ ...draft, depth: 0 })), ...unsaved }
  // Payload reads what was typed as if it were stored: relations are filled, and the caller's rights count.
  const found = await req.payload.findByID({
    ...draft,
    depth: 1,
    populate: { media: mediaSelect },
    ...(typed && { data: { ...typed, id } }),
  })
  return (found as Documents[Slug] | null) ?? null
}
