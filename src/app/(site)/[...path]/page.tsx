import { notFound } from 'next/navigation'
import { cache } from 'react'
import { LivePreview } from '@/src/domains/publishing/components/staff/LivePreview'
import { findPageBySlug } from '@/src/domains/publishing/findPageBySlug'
import { defaultLocale, pagePath } from '@/src/domains/publishing/paths'
import { findTranslations } from '@/src/domains/publishing/seo/findTranslations'
import { readSegment, type SearchParams } from '../addresses'
import { goneOrMoved } from '../goneOrMoved'
import { pageMetadata } from '../pageMetadata'
import { pageView } from '../pageView'
import { renderUnsaved } from '../preview/renderUnsaved'
import { showsDocument } from '../showsDocument'
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
  const translations = await findTranslations(await visitorRequest(), 'pages', page)
  const { title, seo, locale } = page
  return pageMetadata({ title, path: pagePath(page), seo, locale, translations })
})

/** One of the site's own pages, a former address, or nothing: every path that no other route has. */
export default sitePage(async function SitePage({ params, searchParams }: Props) {
  const path = readPath(await params)
  const draftId = await draftIdOf(await searchParams)
  const page = await findPage(path, draftId)
  if (!page) return goneOrMoved(`/${(await params).path.join('/')}`)
  showsDocument('pages', page.id, draftId !== undefined)
  const view = await pageView(page)
  return draftId ? (
    <LivePreview render={renderUnsaved.bind(null, 'pages', draftId)}>{view}</LivePreview>
  ) : (
    view
  )
})

function readPath({ path }: { path: string[] }): string {
  return path.map(readSegment).join('/')
}
