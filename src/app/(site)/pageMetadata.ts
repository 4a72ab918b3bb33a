import type { Metadata } from 'next'
import type { Content, Media } from '@/payload-types'
import type { Rendition } from '@/src/domains/media'
import { feedPath } from '@/src/domains/publishing/paths'
import { populated } from '@/src/domains/publishing/populated'
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
  article?: { publishedAt?: string | null; updatedAt: string; authors: string[]; tags: string[] }
  noindex?: boolean
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
  const image = ogImage(populated(seo?.image) ?? input.image ?? populated(defaults.image))
  const isHidden = seo?.noindex || input.noindex || env.APP_ENV === 'staging'
  return {
    title: {
      absolute: numbered
        ? titleIn(defaults.titleTemplate, numbered, settings.name)
        : [settings.name, settings.tagline].filter(Boolean).join(' · '),
    },
    description,
    alternates: {
      canonical: seo?.canonical || url,
      types: { 'application/rss+xml': [{ url: feedPath, title: settings.name }] },
    },
    robots: isHidden ? { index: false, follow: false } : undefined,
    openGraph: {
      title: words || settings.name,
      description,
      url,
      siteName: settings.name,
      images: image,
      ...(input.article
        ? {
            type: 'article' as const,
            publishedTime: input.article.publishedAt ?? undefined,
            modifiedTime: input.article.updatedAt,
            authors: input.article.authors,
            tags: input.article.tags,
          }
        : { type: 'website' as const }),
    },
    twitter: { card: image ? 'summary_large_image' : 'summary' },
  }
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
