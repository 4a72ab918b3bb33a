/** Front matter, in the words of every generator, as neutral metadata. */
import { slugify } from '@/src/platform/slugify'
import type {
  Audience,
  ImportIssue,
  NeutralAuthor,
  NeutralImage,
  NeutralMetadata,
  NeutralSeo,
} from '../../neutral'
import { parseDate } from '../source/dates'
import { at, type Data, firstString, isData, isFalse, isTrue, listOf, stringOf } from '../source/values'
import type { Placement } from './placement'
import type { SiteConfig } from './siteConfig'

export type MetadataInput = {
  data: Data
  placement: Placement
  site: SiteConfig
  people: ReadonlyMap<string, NeutralAuthor>
  report: (issue: Omit<ImportIssue, 'file' | 'severity'>) => void
}

export function metadataOf({ data, placement, site, people, report }: MetadataInput): NeutralMetadata {
  const { file, kind } = placement
  const separator = site.flavour === 'jekyll' ? /,|\s+/ : /,/
  return {
    kind,
    file,
    sourceId: file,
    title: firstString(data, 'title', 'linkTitle', 'name_title') ?? undefined,
    slug: slugOf(data, placement),
    permalink: placement.permalink,
    aliases: listOf(data.aliases ?? data.alias ?? data.redirect_from ?? data.redirectFrom),
    names: namesOf(data, placement),
    publishedAt: dateOf(data, placement, site, report),
    draft: placement.isDraft || isDraft(data),
    locale: localeOf(data, placement, site),
    translationKey:
      firstString(data, 'translationOf', 'translationKey', 'lang-ref', 'ref') ?? placement.translationKey,
    excerpt: firstString(data, 'excerpt', 'summary', 'description', 'subtitle', 'dek'),
    authors: authorsOf(data, site, people),
    categories: mergeWords(
      listOf(data.categories ?? data.category, listSeparator(data.categories ?? data.category, separator)),
      placement.categories,
    ),
    tags: listOf(
      data.tags ?? data.tag ?? data.keywords,
      listSeparator(data.tags ?? data.tag ?? data.keywords, separator),
    ),
    cover: coverOf(data),
    featured: isTrue(data.featured) || isTrue(data.pinned) || isTrue(data.sticky),
    audience: audienceOf(data),
    seo: seoOf(data),
  }
}

/** Jekyll parts a string at spaces, unless it has commas. */
function listSeparator(value: unknown, separator: RegExp): RegExp {
  return typeof value === 'string' && value.includes(',') ? /,/ : separator
}

function mergeWords(own: string[], others: string[]): string[] {
  return own.length > 0 ? own : others
}

const validSlug = /^[\p{Ll}\p{Lo}\p{M}\p{N}]+(?:[-_.][\p{Ll}\p{Lo}\p{M}\p{N}]+)*$/u
const slugLimit = 180

function slugOf(data: Data, placement: Placement): string {
  const stated = firstString(data, 'slug')?.split('/').filter(Boolean).at(-1)
  const wanted = stated ?? placement.name
  const slug = validSlug.test(wanted) ? wanted : slugify(wanted)
  return (
    slug.slice(0, slugLimit) || slugify(firstString(data, 'title') ?? '').slice(0, slugLimit) || 'untitled'
  )
}

function namesOf(data: Data, { name }: Placement): string[] {
  const stated = [data.shortname, data.slug, data.title, name].flatMap((value) => stringOf(value) ?? [])
  return [...new Set([...stated, ...listOf(data['title-aliases'] ?? data.title_aliases)])]
}

const dateKeys = [
  'date',
  'pubDate',
  'publishDate',
  'publishedAt',
  'published_at',
  'pubDatetime',
  'publishedDate',
  'published_time',
  'published',
  'created',
  'createdAt',
  'created_at',
]

function dateOf(
  data: Data,
  placement: Placement,
  site: SiteConfig,
  report: MetadataInput['report'],
): string | undefined {
  for (const key of dateKeys) {
    const value = data[key]
    if (value === undefined || value === null || typeof value === 'boolean') continue
    const date = parseDate(value, site.timeZone)
    if (date) return date
    if (key !== 'published') {
      report({
        code: 'DATE_NOT_UNDERSTOOD',
        message: `“${String(value).slice(0, 60)}” in “${key}” is no date.`,
      })
    }
  }
  return parseDate(placement.date, site.timeZone)
}

function isDraft(data: Data): boolean {
  return (
    isTrue(data.draft) ||
    isFalse(data.published) ||
    isFalse(data.publish) ||
    /^draft$/i.test(firstString(data, 'status') ?? '')
  )
}

/** The site's own language is left open, so that it becomes ours. */
function localeOf(data: Data, placement: Placement, site: SiteConfig): string | undefined {
  const stated = firstString(data, 'locale', 'lang', 'language') ?? placement.locale
  const own = (site.locale ?? 'en').toLowerCase()
  const locale = stated?.replace('_', '-').toLowerCase()
  if (!locale) return site.locale ? shortLocale(own) : undefined
  return shortLocale(locale)
}

/** `en-us` is `en`; a country stays where it changes what is written. */
function shortLocale(locale: string): string {
  const [language = 'en', region = ''] = locale.split('-')
  if (!/^[a-z]{2,3}$/.test(language)) return 'en'
  if (region.length === 4) return `${language}-${region.charAt(0).toUpperCase()}${region.slice(1)}`
  return ['pt-br', 'zh-tw', 'zh-hk'].includes(locale) ? `${language}-${region.toUpperCase()}` : language
}

function authorsOf(data: Data, site: SiteConfig, people: MetadataInput['people']): NeutralAuthor[] {
  const value = data.authors ?? data.author ?? data.by ?? site.defaultAuthor
  const parts = Array.isArray(value)
    ? value
    : typeof value === 'string'
      ? value.split(/\s*(?:,|;|\s&\s|\sand\s)\s*/)
      : [value]
  const authors = parts.flatMap((part): NeutralAuthor[] => {
    if (isData(part)) return authorFrom(part)
    const name = stringOf(part)
    if (!name) return []
    return [people.get(name.toLowerCase()) ?? { name, username: slugify(name) }]
  })
  return [
    ...new Map(
      authors.filter(({ username }) => username !== '').map((author) => [author.username, author]),
    ).values(),
  ]
}

export function authorFrom(data: Data, key?: string): NeutralAuthor[] {
  const name = firstString(data, 'name', 'title', 'display_name', 'displayName') ?? key
  const username = slugify(firstString(data, 'username', 'slug', 'short_name', 'id') ?? key ?? name ?? '')
  if (!name || username === '') return []
  const bio = firstString(data, 'bio', 'description', 'about')
  const website = firstString(data, 'website', 'url', 'web', 'home', 'uri')
  return [
    { username, name, ...(bio ? { bio } : {}), ...(website && /^https?:/.test(website) ? { website } : {}) },
  ]
}

const coverKeys = [
  'cover',
  'image',
  'heroImage',
  'hero_image',
  'hero',
  'featured_image',
  'featuredImage',
  'feature_image',
  'featureImage',
  'coverImage',
  'cover_image',
  'thumbnail',
  'banner',
  'header',
  'img',
  'ogImage',
  'images',
  'resources',
]

function coverOf(data: Data): NeutralImage | undefined {
  for (const key of coverKeys) {
    const value = Array.isArray(data[key]) ? (data[key] as unknown[])[0] : data[key]
    const src = isData(value)
      ? firstString(value, 'image', 'src', 'url', 'path', 'file', 'teaser', 'overlay_image', 'feature')
      : stringOf(value)
    if (!src || !/\.(?:png|jpe?g|gif|webp|avif|svg)(?:[?#].*)?$/i.test(src)) continue
    const own = isData(value) ? value : {}
    const alt =
      firstString(own, 'alt', 'image_description') ??
      firstString(data, 'coverAlt', 'cover_alt', 'imageAlt', 'image_alt', 'heroImageAlt', 'heroAlt', 'alt') ??
      ''
    const caption =
      firstString(own, 'caption') ?? firstString(data, 'coverCaption', 'cover_caption', 'caption')
    return { src, alt, ...(caption ? { caption } : {}) }
  }
  return undefined
}

function audienceOf(data: Data): Audience {
  const stated = firstString(data, 'audience', 'visibility', 'access')?.toLowerCase()
  if (stated === 'members') return 'members'
  return stated === 'paid' || isTrue(data.premium) || isTrue(data.paid) ? 'paid' : 'public'
}

function seoOf(data: Data): NeutralSeo {
  const title = firstString(data, 'seo.title', 'seo_title', 'seoTitle', 'metaTitle', 'meta_title')
  const description = firstString(
    data,
    'seo.description',
    'seo_description',
    'seoDescription',
    'metaDescription',
    'meta_description',
  )
  const canonical = firstString(
    data,
    'seo.canonical',
    'canonical',
    'canonicalUrl',
    'canonicalURL',
    'canonical_url',
  )
  const noindex =
    isTrue(at(data, 'seo.noindex') ?? data.noindex ?? data.noIndex) ||
    /noindex/i.test(firstString(data, 'robots') ?? '')
  return {
    ...(title ? { title } : {}),
    ...(description ? { description } : {}),
    ...(canonical && /^https?:/.test(canonical) ? { canonical } : {}),
    ...(noindex ? { noindex } : {}),
  }
}
