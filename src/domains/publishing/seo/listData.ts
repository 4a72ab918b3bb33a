import type { Profile } from '@/payload-types'
import type { Crumb } from '@/src/components/Breadcrumbs'
import type { ArticleSummary } from '../listArticles'
import { articlePath, authorPath } from '../paths'
import { populated } from '../populated'
import { absoluteUrl } from './absoluteUrl'
import { breadcrumbData } from './breadcrumbData'
import { imageData, publisherId } from './siteData'

interface ListDataInput {
  title: string
  description?: string | null
  path: string
  crumbs: Crumb[]
  articles: ArticleSummary[]
}

/** A list of articles for search engines: a section, a tag, a span of the archive. */
export function listData({ title, description, path, crumbs, articles }: ListDataInput): object {
  return {
    '@graph': [
      {
        '@type': 'CollectionPage',
        '@id': `${absoluteUrl(path)}#list`,
        name: title,
        description: description || undefined,
        url: absoluteUrl(path),
        publisher: { '@id': publisherId() },
        mainEntity: itemsData(articles),
      },
      breadcrumbData(crumbs),
    ],
  }
}

/** The page of an author. */
export function profileData({
  author,
  crumbs,
  articles,
}: {
  author: Profile
  crumbs: Crumb[]
  articles: ArticleSummary[]
}): object {
  const url = absoluteUrl(authorPath(author))
  const elsewhere = [author.website, ...(author.links ?? []).map((link) => link.url)]
  const profiles = elsewhere.filter((address) => /^https?:\/\//.test(address ?? ''))
  return {
    '@graph': [
      {
        '@type': 'ProfilePage',
        '@id': `${url}#page`,
        url,
        mainEntity: {
          '@type': 'Person',
          '@id': `${url}#person`,
          name: author.name,
          alternateName: author.username,
          description: author.bio || undefined,
          image: imageData(populated(author.avatar)),
          url,
          sameAs: profiles.length > 0 ? profiles : undefined,
        },
        hasPart: itemsData(articles),
      },
      breadcrumbData(crumbs),
    ],
  }
}

function itemsData(articles: ArticleSummary[]): object | undefined {
  if (articles.length === 0) return undefined
  return {
    '@type': 'ItemList',
    itemListElement: articles.map((article, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      url: absoluteUrl(articlePath(article)),
      name: article.title,
    })),
  }
}
