/** An article for search engines: only what its page shows, and nothing of a body that is for others. */
import type { Category, Media, Profile } from '@/payload-types'
import type { RichText } from '../editor/richText'
import { type ArticlePage, shareImage } from '../findArticleBySlug'
import type { SiteShell } from '../findSiteShell'
import { articlePath, authorPath, categoryPath } from '../paths'
import { populatedAll } from '../populated'
import { countWords } from '../readingMinutes'
import { absoluteUrl } from './absoluteUrl'
import { breadcrumbData } from './breadcrumbData'
import { publisherData } from './siteData'

/** Marks in the page where the part begins that is not for everybody. */
export const paywallClass = 'paywall'

interface ArticleDataInput {
  found: ArticlePage
  shell: SiteShell
  /** Whole addresses of further pictures of it. */
  images?: string[]
}

export function articleData({ found, shell, images = [] }: ArticleDataInput): object {
  const { article, authors, isCut } = found
  const categories = populatedAll(article.categories)
  const url = absoluteUrl(articlePath(article))
  const keywords = populatedAll(article.tags).map(({ name }) => name)
  const words = countWords((isCut ? article.preview : article.body) as RichText | null)
  return {
    '@graph': [
      {
        '@type': 'NewsArticle',
        '@id': `${url}#article`,
        url,
        mainEntityOfPage: url,
        headline: article.title,
        description: article.excerpt || undefined,
        image: [...picturesOf(shareImage(article)), ...images],
        datePublished: article.publishedAt ?? undefined,
        dateModified: article.updatedAt,
        author: authors.map(personData),
        publisher: publisherData(shell),
        articleSection: categories.length > 0 ? categories.map(({ name }) => name) : undefined,
        keywords: keywords.length > 0 ? keywords : undefined,
        wordCount: words > 0 ? words : undefined,
        inLanguage: article.locale,
        isAccessibleForFree: article.audience === 'public',
        hasPart: isCut
          ? { '@type': 'WebPageElement', isAccessibleForFree: false, cssSelector: `.${paywallClass}` }
          : undefined,
      },
      breadcrumbData(crumbsOf(article.title, categories)),
    ],
  }
}

export function personData(author: Profile): object {
  return { '@type': 'Person', name: author.name, url: absoluteUrl(authorPath(author)) }
}

function crumbsOf(title: string, [category]: Category[]) {
  return [
    { label: 'Home', href: '/' },
    ...(category ? [{ label: category.name, href: categoryPath(category) }] : []),
    { label: title },
  ]
}

function picturesOf(media: Media | null): string[] {
  return media?.url && media.mimeType?.startsWith('image/') ? [absoluteUrl(media.url)] : []
}
