import type { PayloadRequest } from 'payload'
import { type ArticleSummary, listArticles } from './listArticles'
import { type CategoryNode, categoryBranch, listCategories } from './listCategories'

export interface FrontPage {
  lead: ArticleSummary | null
  /** Beside the lead. */
  featured: ArticleSummary[]
  latest: ArticleSummary[]
  /** Top-level categories that have articles, the ones with the newest first. */
  sections: FrontSection[]
}

export interface FrontSection {
  category: CategoryNode
  articles: ArticleSummary[]
}

const featuredArticles = 4
const latestArticles = 6
const sectionArticles = 4
const mostSections = 6

/** The editors' choice first, then what is new, then each section. No article stands twice above the sections. */
export async function findFrontPage(req: PayloadRequest): Promise<FrontPage> {
  const [chosen, newest, categories] = await Promise.all([
    listArticles(req, { isFeatured: true, limit: featuredArticles + 1, isCounted: false }),
    listArticles(req, { limit: latestArticles + featuredArticles + 1, isCounted: false }),
    listCategories(req),
  ])
  const top = distinct([...chosen.articles, ...newest.articles]).slice(0, featuredArticles + 1)
  const [lead = null, ...featured] = top
  const latest = newest.articles.filter(({ id }) => top.every((other) => other.id !== id))
  return {
    lead,
    featured,
    latest: latest.slice(0, latestArticles),
    sections: await listSections(req, categories),
  }
}

async function listSections(req: PayloadRequest, categories: CategoryNode[]): Promise<FrontSection[]> {
  const tops = categories.filter(({ parent }) => parent === null)
  const sections = await Promise.all(
    tops.map(async (category) => {
      const branch = categoryBranch(categories, category)
      const list = await listArticles(req, { categories: branch, limit: sectionArticles, isCounted: false })
      return { category, articles: list.articles }
    }),
  )
  return sections
    .filter(({ articles }) => articles.length > 0)
    .sort((one, other) => newestOf(other).localeCompare(newestOf(one)))
    .slice(0, mostSections)
}

function newestOf({ articles }: FrontSection): string {
  return articles[0]?.publishedAt ?? ''
}

function distinct(articles: ArticleSummary[]): ArticleSummary[] {
  return [...new Map(articles.map((article) => [article.id, article])).values()]
}
