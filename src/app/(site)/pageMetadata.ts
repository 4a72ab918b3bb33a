import type { Metadata } from 'next'
import type { Content, Media } from '@/payload-types'
import type { Rendition } from '@/src/domains/media'
import { feedAddress, feedFormats, feedTypes } from '@/src/domains/publishing/feeds'
import { defaultLocale } from '@/src/domains/publishing/paths'
import { populated } from '@/src/domains/publishing/populated'
import type { Translation } from '@/src/domains/publishing/seo/findTranslations'
import { languageAlternates } from '@/src/domains/publishing/seo/languageAlternates'
import { env } from '@/src/platform/env'
import { siteShell } from './siteShell'

interface PageMetadataInput {
  /** Without the site's name; left out for the first page. */
  title?: string
  description?: string | null
  path: string
  page?: number
  seo?: Content['seo']
  image?: Media | null
  /** What only an article has. */
  article?: {
    publishedAt?: string | null
    updatedAt: string
    section?: string
    authors: string[]
    tags: string[]
  }
  /** What is drawn for the page where nobody chose a picture for it. */
  drawing?: DrawnImage
  /** Its versions in all languages. */
  translations?: Translation[]
  locale?: string
  /** Whether the path is that of a list that has feeds of its own. */
  hasFeeds?: boolean
  noindex?: boolean
}

interface DrawnImage {
  url: string
  width: number
  height: number
  alt: string
}

/** What a page tells search engines and social networks, filled up from the site's defaults. */
export async function pageMetadata(input: PageMetadataInput): Promise<Metadata> {
  const { settings, seo: defaults } = await siteShell()
  const { seo, path, page = 1 } = input
  const words = seo?.title || input.title
  const numbered = words && page > 1 ? `${words}, page ${page}` : words
  const description =
    seo?.description || input.description || defaults.description || settings.description || undefined
  const url = `${env.SITE_URL}${path}${page > 1 ? `?page=${page}` : ''}`
  const images =
    ogImage(populated(seo?.image)) ??
    (input.drawing && [input.drawing]) ??
    ogImage(input.image ?? null) ??
    ogImage(populated(defaults.image))
  const isHidden = seo?.noindex || input.noindex || env.APP_ENV === 'staging'
  const isOriginal = !seo?.canonical
  return {
    title: {
      absolute: numbered
        ? titleIn(defaults.titleTemplate, numbered, settings.name)
        : [settings.name, settings.tagline].filter(Boolean).join(' · '),
    },
    description,
    alternates: {
      canonical: seo?.canonical || url,
      languages: isOriginal ? languageAlternates(input.translations ?? []) : undefined,
      types: feedLinks(settings.name, input.hasFeeds && words ? { path, title: words } : undefined),
    },
    robots: isHidden ? { index: false, follow: false } : { 'max-image-preview': 'large' },
    openGraph: {
      title: words || settings.name,
      description,
      url,
      siteName: settings.name,
      images,
      locale: (input.locale ?? defaultLocale).replace('-', '_'),
      ...(input.article
        ? {
            type: 'article' as const,
            publishedTime: input.article.publishedAt ?? undefined,
            modifiedTime: input.article.updatedAt,
            section: input.article.section,
            authors: input.article.authors,
            tags: input.article.tags,
          }
        : { type: 'website' as const }),
    },
    twitter: {
      card: images ? 'summary_large_image' : 'summary',
      site: defaults.twitterSite || undefined,
      title: words || settings.name,
      description,
      images,
    },
  }
}

/** The feeds of the list, where there is one, then those of the site, in the order in which readers offer them. */
function feedLinks(siteName: string, list: { path: string; title: string } | undefined) {
  const lists = [...(list ? [list] : []), { path: '/', title: siteName }]
  return Object.fromEntries(
    feedFormats.map((format) => [
      feedTypes[format],
      lists.map(({ path, title }) => ({ url: feedAddress(path, format), title })),
    ]),
  )
}

/** The default template, `%s` alone, stands for “nothing chosen”: then the site's name follows. */
function titleIn(template: string | null | undefined, title: string, siteName: string): string {
  return template && template !== '%s' ? template.replace('%s', () => title) : `${title} · ${siteName}`
}

function ogImage(media: Media | null) {
  const rendition = (media?.sizes as { og?: Rendition } | null | undefined)?.og
  if (!media || !rendition) return undefined
  return [{ url: rendition.url, width: rendition.width, height: rendition.height, alt: media.alt }]
}
