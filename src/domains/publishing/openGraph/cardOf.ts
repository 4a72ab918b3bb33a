import { createHash } from 'node:crypto'
import type { Content, Media, Profile } from '@/payload-types'
import { formatDate } from '../components/formatDate'
import { populated, populatedAll } from '../populated'
import { absoluteUrl } from '../seo/absoluteUrl'
import { type Card, cardSize } from './Card'

/** Raise it when the design changes: then every address does, and no cache shows the former one. */
const design = 2

export type CardArticle = Pick<
  Content,
  'id' | 'title' | 'locale' | 'cover' | 'categories' | 'publishedAt' | 'updatedAt'
>

interface CardSource {
  article: CardArticle
  authors: Pick<Profile, 'name'>[]
  settings: { name: string; logo?: string | Media | null }
}

export interface CardPlan {
  card: Card
  cover: Media | null
  logo: Media | null
  /** Of all that is seen, so that its address may be kept for ever. */
  version: string
}

/** What stands on the picture of an article, and the version of that. */
export function cardOf({ article, authors, settings }: CardSource): CardPlan {
  const [section] = populatedAll(article.categories)
  const card: Card = {
    siteName: settings.name,
    title: article.title,
    locale: article.locale,
    section: section?.name,
    colour: /^#[0-9a-f]{6}$/i.test(section?.colour ?? '') ? (section?.colour ?? undefined) : undefined,
    authors: authors.map(({ name }) => name),
    date: article.publishedAt ? dateOf(article.publishedAt, article.locale) : undefined,
  }
  const cover = pictureIn(article.cover)
  const logo = pictureIn(settings.logo)
  const seen = [design, card, nameOf(cover), nameOf(logo)]
  const version = createHash('sha256').update(JSON.stringify(seen)).digest('hex').slice(0, 16)
  return { card, cover, logo, version }
}

/** The drawn picture as the head of a page names it. */
export function drawnImage(source: CardSource) {
  const { version } = cardOf(source)
  const url = absoluteUrl(drawnPath(source.article.id, version))
  return { url, ...cardSize, type: 'image/jpeg', alt: source.article.title }
}

export function drawnPath(id: string, version: string): string {
  return `/og/articles/${id}/${version}.jpg`
}

function pictureIn(reference: string | Media | null | undefined): Media | null {
  const media = populated(reference)
  return media?.mimeType?.startsWith('image/') ? media : null
}

/** A file's name names its content; the rest is which part of it is shown. */
function nameOf(media: Media | null) {
  return media && [media.filename, media.focalX ?? 50, media.focalY ?? 50]
}

function dateOf(date: string, locale: string): string {
  try {
    return formatDate(date, locale)
  } catch {
    return formatDate(date)
  }
}
