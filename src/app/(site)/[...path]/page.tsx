import { notFound } from 'next/navigation'
import { cache } from 'react'
import { PageBlocks } from '@/src/domains/publishing/components/PageBlocks'
import { PreviewBar } from '@/src/domains/publishing/components/PreviewBar'
import { findPageBySlug } from '@/src/domains/publishing/findPageBySlug'
import { listMarketQuotes } from '@/src/domains/publishing/listMarketQuotes'
import { defaultLocale, pagePath } from '@/src/domains/publishing/paths'
import { readSegment, type SearchParams } from '../addresses'
import { goneOrMoved } from '../goneOrMoved'
import { pageMetadata } from '../pageMetadata'
import { siteMetadata } from '../siteMetadata'
import { sitePage } from '../sitePage'
import { draftIdOf, visitorRequest } from '../visitorRequest'

interface Props {
  params: Promise<{ path: string[] }>
  searchParams: SearchParams
}

const findPage = cache(async (path: string, draftId: string | undefined) => {
  const req = await visitorRequest()
  if (draftId) return findPageBySlug(req, { slug: '', draftId })
  const segments = path.split('/')
  const [first = '', second] = segments
  if (segments.length > 2 || first === defaultLocale || (second ?? first) === 'home') return null
  if (second !== undefined) return findPageBySlug(req, { slug: second, locale: first })
  return (
    (await findPageBySlug(req, { slug: first })) ??
    (await findPageBySlug(req, { slug: 'home', locale: first }))
  )
})

export const generateMetadata = siteMetadata(async ({ params, searchParams }: Props) => {
  const path = readPath(await params)
  const page = await findPage(path, await draftIdOf(await searchParams))
  if (!page) notFound()
  return pageMetadata({ title: page.title, path: pagePath(page), seo: page.seo })
})

/** One of the site's own pages, a former address, or nothing: every path that no other route has. */
export default sitePage(async function SitePage({ params, searchParams }: Props) {
  const path = readPath(await params)
  const draftId = await draftIdOf(await searchParams)
  const page = await findPage(path, draftId)
  if (!page) return goneOrMoved(`/${(await params).path.join('/')}`)
  const blocks = page.layout ?? []
  const quotes = await listMarketQuotes(await visitorRequest())
  const isTitled = blocks[0]?.blockType === 'hero'
  return (
    <article lang={page.locale}>
      {draftId && <PreviewBar collection="pages" id={draftId} />}
      {!isTitled && <h1 className="display shell pt-10 pb-4 text-center text-4xl sm:pt-16">{page.title}</h1>}
      <PageBlocks blocks={blocks} quotes={quotes} firstLevel={isTitled ? 1 : 2} />
    </article>
  )
})

function readPath({ path }: { path: string[] }): string {
  return path.map(readSegment).join('/')
}
