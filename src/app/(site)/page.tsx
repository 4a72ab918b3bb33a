import { ArticleCard } from '@/src/domains/publishing/components/ArticleCard'
import { FrontSections } from '@/src/domains/publishing/components/FrontSections'
import { JsonLd } from '@/src/domains/publishing/components/JsonLd'
import { MarketTicker } from '@/src/domains/publishing/components/MarketTicker'
import { PageBlocks } from '@/src/domains/publishing/components/PageBlocks'
import { findFrontPage } from '@/src/domains/publishing/findFrontPage'
import { findPageBySlug } from '@/src/domains/publishing/findPageBySlug'
import { listMarketQuotes } from '@/src/domains/publishing/listMarketQuotes'
import { archivePath, pagePath } from '@/src/domains/publishing/paths'
import { findTranslations } from '@/src/domains/publishing/seo/findTranslations'
import { homeData } from '@/src/domains/publishing/seo/siteData'
import type { SearchParams } from './addresses'
import { pageMetadata } from './pageMetadata'
import { sendContact } from './sendContact'
import { showsDocument } from './showsDocument'
import { signUpSlot } from './signUpSlot'
import { siteMetadata } from './siteMetadata'
import { sitePage } from './sitePage'
import { siteShell } from './siteShell'
import { draftIdOf, visitorRequest } from './visitorRequest'

interface Props {
  searchParams: SearchParams
}

export const generateMetadata = siteMetadata(async () => {
  const home = await findPageBySlug(await visitorRequest(), { slug: 'home' })
  const translations = home ? await findTranslations(await visitorRequest(), 'pages', home) : []
  return pageMetadata({ path: '/', seo: home?.seo, translations })
})

export default sitePage(async function HomePage({ searchParams }: Props) {
  const req = await visitorRequest()
  const draftId = await draftIdOf(await searchParams)
  const [shell, home, front, quotes] = await Promise.all([
    siteShell(),
    findPageBySlug(req, { slug: 'home', draftId }),
    findFrontPage(req),
    listMarketQuotes(req),
  ])
  const { settings } = shell
  const blocks = home?.layout ?? []
  if (home) showsDocument('pages', home.id, draftId !== undefined)
  return (
    <>
      <JsonLd data={homeData(shell)} />
      <MarketTicker quotes={quotes} />
      <h1 className="sr-only">{settings.name}</h1>
      {front.lead && (
        <section
          aria-label="Lead"
          className="shell grid gap-x-12 gap-y-10 py-8 lg:grid-cols-[minmax(0,2.2fr)_minmax(0,1fr)] lg:py-12"
        >
          <ArticleCard article={front.lead} variant="lead" level={2} isFirst />
          <ul className="divide-y divide-rule max-lg:border-t max-lg:border-rule-strong lg:border-l lg:border-rule lg:pl-10">
            {front.featured.map((article) => (
              <li key={article.id} className="py-6 lg:first:pt-0">
                <ArticleCard article={article} variant="aside" />
              </li>
            ))}
          </ul>
        </section>
      )}
      {front.latest.length > 0 && (
        <section aria-labelledby="latest" className="shell">
          <div className="flex items-baseline justify-between border-t-4 border-double border-rule-strong pt-4 pb-6">
            <h2 id="latest" className="headline text-2xl">
              Latest
            </h2>
            <a href={archivePath()} className="quiet-link py-2 text-sm font-semibold">
              All articles →
            </a>
          </div>
          <ul className="grid gap-x-10 gap-y-10 sm:grid-cols-2 lg:grid-cols-3">
            {front.latest.map((article) => (
              <li key={article.id}>
                <ArticleCard article={article} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {home && (
        <PageBlocks
          blocks={blocks}
          quotes={quotes}
          firstLevel={2}
          page={home.id}
          sendContact={sendContact}
          signUp={signUpSlot(settings, pagePath(home), home.locale)}
        />
      )}
      <FrontSections sections={front.sections} />
      {!front.lead && blocks.length === 0 && (
        <p className="shell py-section text-center text-ink-soft">Nothing has been published yet.</p>
      )}
    </>
  )
})
