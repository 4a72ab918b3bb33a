/** An article's page, at its address in the site's language or below that of another. */
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { ArticleView } from '@/src/domains/publishing/components/ArticleView'
import { PreviewBar } from '@/src/domains/publishing/components/PreviewBar'
import { planRichText } from '@/src/domains/publishing/components/richText/planRichText'
import { findArticleBySlug, shareImage } from '@/src/domains/publishing/findArticleBySlug'
import { findArticleNeighbours } from '@/src/domains/publishing/findArticleNeighbours'
import { findPageBySlug } from '@/src/domains/publishing/findPageBySlug'
import { listMarketQuotes } from '@/src/domains/publishing/listMarketQuotes'
import { articlePath, authorPath, defaultLocale, pagePath } from '@/src/domains/publishing/paths'
import { populatedAll } from '@/src/domains/publishing/populated'
import { env } from '@/src/platform/env'
import { readSegment } from './addresses'
import { goneOrMoved } from './goneOrMoved'
import { pageMetadata } from './pageMetadata'
import { draftIdOf, visitorRequest } from './visitorRequest'

interface Params {
  slug: string
  locale?: string
}

type Query = Record<string, string | string[] | undefined>

const findArticle = cache(async (slug: string, locale: string, draftId: string | undefined) =>
  findArticleBySlug(await visitorRequest(), { slug, locale, draftId }),
)

export async function articleMetadata(params: Params, query: Query): Promise<Metadata> {
  const found = await findArticle(readSegment(params.slug), localeIn(params), await draftIdOf(query))
  if (!found) notFound()
  const { article, authors } = found
  return pageMetadata({
    title: article.title,
    description: article.excerpt,
    path: articlePath(article),
    seo: article.seo,
    image: shareImage(article),
    article: {
      publishedAt: article.publishedAt,
      updatedAt: article.updatedAt,
      authors: authors.map((author) => `${env.SITE_URL}${authorPath(author)}`),
      tags: populatedAll(article.tags).map(({ name }) => name),
    },
  })
}

export async function showArticle(params: Params, query: Query) {
  const slug = readSegment(params.slug)
  const locale = localeIn(params)
  const draftId = await draftIdOf(query)
  const found = await findArticle(slug, locale, draftId)
  if (!found) return goneOrMoved(articlePath({ slug, locale }))
  const req = await visitorRequest()
  const text = found.isCut ? found.article.preview : found.article.body
  const plan = planRichText(text)
  const [neighbours, quotes, plans] = await Promise.all([
    findArticleNeighbours(req, found.article),
    plan.symbols.length > 0 ? listMarketQuotes(req, { symbols: plan.symbols }) : [],
    found.isCut ? findPageBySlug(req, { slug: 'pricing' }) : null,
  ])
  return (
    <>
      {draftId && <PreviewBar collection="content" id={draftId} />}
      <ArticleView
        found={found}
        plan={plan}
        neighbours={neighbours}
        quotes={quotes}
        plansHref={plans && pagePath(plans)}
      />
    </>
  )
}

/** The site's own language has no prefix: with one, the address is wrong. */
function localeIn({ locale }: Params): string {
  if (locale === defaultLocale) notFound()
  return locale === undefined ? defaultLocale : readSegment(locale)
}
