/** An article's page, at its address in the site's language or below that of another. */
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache, type ReactNode } from 'react'
import type { Content } from '@/payload-types'
import { ArticleView } from '@/src/domains/publishing/components/ArticleView'
import { JsonLd } from '@/src/domains/publishing/components/JsonLd'
import { planRichText } from '@/src/domains/publishing/components/richText/planRichText'
import { LivePreview } from '@/src/domains/publishing/components/staff/LivePreview'
import { type ArticlePage, findArticleBySlug, shareImage } from '@/src/domains/publishing/findArticleBySlug'
import { findArticleNeighbours } from '@/src/domains/publishing/findArticleNeighbours'
import { findPageBySlug } from '@/src/domains/publishing/findPageBySlug'
import { listMarketQuotes } from '@/src/domains/publishing/listMarketQuotes'
import { drawnImage } from '@/src/domains/publishing/openGraph/cardOf'
import { articlePath, authorPath, defaultLocale, pagePath } from '@/src/domains/publishing/paths'
import { populatedAll } from '@/src/domains/publishing/populated'
import { articleData } from '@/src/domains/publishing/seo/articleData'
import { findTranslations } from '@/src/domains/publishing/seo/findTranslations'
import { env } from '@/src/platform/env'
import { readSegment } from './addresses'
import { goneOrMoved } from './goneOrMoved'
import { pageMetadata } from './pageMetadata'
import { renderUnsaved } from './preview/renderUnsaved'
import { showsDocument } from './showsDocument'
import { signUpSlot } from './signUpSlot'
import { siteShell } from './siteShell'
import { draftIdOf, visitorRequest } from './visitorRequest'

interface Params {
  slug: string
  locale?: string
}

type Query = Record<string, string | string[] | undefined>

/** Read once for the head and the page. */
const translationsOf = cache(async (article: Content) =>
  findTranslations(await visitorRequest(), 'content', article),
)

const findArticle = cache(async (slug: string, locale: string, draftId: string | undefined) =>
  findArticleBySlug(await visitorRequest(), { slug, locale, draftId }),
)

export async function articleMetadata(params: Params, query: Query): Promise<Metadata> {
  const found = await findArticle(readSegment(params.slug), localeIn(params), await draftIdOf(query))
  if (!found) notFound()
  const { article, authors } = found
  const { settings } = await siteShell()
  return pageMetadata({
    title: article.title,
    description: article.excerpt,
    path: articlePath(article),
    seo: article.seo,
    image: shareImage(article),
    drawing: drawnImage({ article, authors, settings }),
    translations: await translationsOf(article),
    locale: article.locale,
    article: {
      publishedAt: article.publishedAt,
      updatedAt: article.updatedAt,
      section: populatedAll(article.categories)[0]?.name,
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
  showsDocument('content', found.article.id, draftId !== undefined)
  const view = await articleView(found)
  return draftId ? (
    <LivePreview render={renderUnsaved.bind(null, 'content', draftId)}>{view}</LivePreview>
  ) : (
    view
  )
}

/** The article with what is read for it. */
export async function articleView(found: ArticlePage): Promise<ReactNode> {
  const req = await visitorRequest()
  const text = found.isCut ? found.article.preview : found.article.body
  const plan = planRichText(text)
  const [shell, translations, neighbours, quotes, plans] = await Promise.all([
    siteShell(),
    translationsOf(found.article),
    findArticleNeighbours(req, found.article),
    plan.symbols.length > 0 ? listMarketQuotes(req, { symbols: plan.symbols }) : [],
    found.isCut ? findPageBySlug(req, { slug: 'pricing' }) : null,
  ])
  const drawn = drawnImage({ ...found, settings: shell.settings })
  return (
    <>
      <JsonLd data={articleData({ found, shell, images: shareImage(found.article) ? [] : [drawn.url] })} />
      <ArticleView
        found={found}
        translations={translations}
        plan={plan}
        neighbours={neighbours}
        quotes={quotes}
        plansHref={plans && pagePath(plans)}
        signUp={signUpSlot(shell.settings, articlePath(found.article), found.article.locale)}
      />
    </>
  )
}

/** The site's own language has no prefix: with one, the address is wrong. */
function localeIn({ locale }: Params): string {
  if (locale === defaultLocale) notFound()
  return locale === undefined ? defaultLocale : readSegment(locale)
}
