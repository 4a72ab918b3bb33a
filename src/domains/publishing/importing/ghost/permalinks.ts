/** Where Ghost had its posts: `/slug/`, unless its settings or `routes.yaml` say otherwise. */

import { isData } from './body/payload'
import type { Post } from './GhostTables'
import type { TagRow, UserRow } from './ghostRows'

export type PermalinkOf = (post: Post, isPage: boolean, tags: TagRow[], authors: UserRow[]) => string

export function permalinksOf(setting: unknown, routes: unknown): PermalinkOf {
  const pattern = patternIn(routes) ?? (typeof setting === 'string' ? setting : undefined) ?? '/{slug}/'
  return (post, isPage, tags, authors) => {
    const slug = post.slug ?? ''
    if (isPage) return `/${slug}/`
    const at = post.published_at ?? post.created_at
    const date = at ? new Date(at) : undefined
    const pad = (value: number) => String(value).padStart(2, '0')
    const known: Record<string, string> = {
      slug,
      id: post.id,
      year: String(date?.getUTCFullYear() ?? ''),
      month: date ? pad(date.getUTCMonth() + 1) : '',
      day: date ? pad(date.getUTCDate()) : '',
      primary_tag: tags[0]?.slug ?? 'all',
      primary_author: authors[0]?.slug ?? '',
      author: authors[0]?.slug ?? '',
    }
    const path = pattern.replace(
      /\{(\w+)\}|:(\w+)/g,
      (whole, named?: string, colon?: string) => known[named ?? colon ?? ''] ?? whole,
    )
    return `/${path}`.replace(/\/{2,}/g, '/')
  }
}

/** The first collection of `routes.yaml` that is not limited by a filter. */
function patternIn(routes: unknown): string | undefined {
  if (!isData(routes) || !isData(routes.collections)) return undefined
  const found = Object.values(routes.collections).filter(isData)
  const main = found.find(({ filter }) => !filter) ?? found[0]
  return typeof main?.permalink === 'string' ? main.permalink : undefined
}
