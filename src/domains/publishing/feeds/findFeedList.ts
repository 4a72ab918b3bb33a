import type { PayloadRequest } from 'payload'
import { findAuthorByUsername } from '../findAuthorByUsername'
import { findTagBySlug } from '../findTagBySlug'
import type { ListArticlesInput } from '../listArticles'
import { categoryBranch, listCategories } from '../listCategories'
import { authorPath, categoryPath, tagPath } from '../paths'

/** What a feed is of; `name` is a slug or a user name. */
export type FeedScope = { of: 'site' } | { of: 'category' | 'tag' | 'author'; name: string }

export interface FeedList {
  /** Of the list; none for the whole site. */
  title?: string
  description?: string | null
  /** Of the page that shows the same. */
  path: string
  articles: ListArticlesInput
}

/** The list that a feed follows, `null` when there is none. */
export async function findFeedList(req: PayloadRequest, scope: FeedScope): Promise<FeedList | null> {
  switch (scope.of) {
    case 'site':
      return { path: '/', articles: {} }
    case 'category':
      return findCategoryList(req, scope.name)
    case 'tag': {
      const tag = await findTagBySlug(req, { slug: scope.name })
      if (!tag) return null
      return {
        title: tag.name,
        description: tag.description,
        path: tagPath(tag),
        articles: { tags: [tag.id] },
      }
    }
    case 'author': {
      const author = await findAuthorByUsername(req, { username: scope.name })
      if (!author) return null
      const { name, bio, id } = author
      return { title: name, description: bio, path: authorPath(author), articles: { author: id } }
    }
  }
}

async function findCategoryList(req: PayloadRequest, slug: string): Promise<FeedList | null> {
  const all = await listCategories(req)
  const category = all.find((each) => each.slug === slug)
  if (!category) return null
  const { name, description } = category
  const articles = { categories: categoryBranch(all, category) }
  return { title: name, description, path: categoryPath(category), articles }
}

/** Where the list of a scope is, or was. */
export function scopePath(scope: FeedScope): string {
  switch (scope.of) {
    case 'site':
      return '/'
    case 'category':
      return categoryPath({ slug: scope.name })
    case 'tag':
      return tagPath({ slug: scope.name })
    case 'author':
      return authorPath({ username: scope.name })
  }
}
