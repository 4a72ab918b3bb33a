import { notFound } from 'next/navigation'
import { cache } from 'react'
import { ArticleList } from '@/src/domains/publishing/components/ArticleList'
import { JsonLd } from '@/src/domains/publishing/components/JsonLd'
import { ListHeader } from '@/src/domains/publishing/components/ListHeader'
import { findTagBySlug } from '@/src/domains/publishing/findTagBySlug'
import { listArticles } from '@/src/domains/publishing/listArticles'
import { tagPath } from '@/src/domains/publishing/paths'
import { listData } from '@/src/domains/publishing/seo/listData'
import { readPageNumber, readSegment, refusePageBeyond, type SearchParams } from '../../addresses'
import { goneOrMoved } from '../../goneOrMoved'
import { pageMetadata } from '../../pageMetadata'
import { showsDocument } from '../../showsDocument'
import { siteMetadata } from '../../siteMetadata'
import { sitePage } from '../../sitePage'
import { visitorRequest } from '../../visitorRequest'

interface Props {
  params: Promise<{ slug: string }>
  searchParams: SearchParams
}

const findTag = cache(async (slug: string) => findTagBySlug(await visitorRequest(), { slug }))

export const generateMetadata = siteMetadata(async ({ params, searchParams }: Props) => {
  const tag = await findTag(readSegment((await params).slug))
  if (!tag) notFound()
  const page = readPageNumber((await searchParams).page)
  const { name, description } = tag
  return pageMetadata({ title: name, description, path: tagPath(tag), page, hasFeeds: true })
})

export default sitePage(async function TagPage({ params, searchParams }: Props) {
  const slug = readSegment((await params).slug)
  const tag = await findTag(slug)
  if (!tag) return goneOrMoved(tagPath({ slug }))
  const list = await listArticles(await visitorRequest(), {
    tags: [tag.id],
    page: readPageNumber((await searchParams).page),
  })
  refusePageBeyond(list)
  showsDocument('tags', tag.id)
  const crumbs = [{ label: 'Home', href: '/' }, { label: tag.name }]
  return (
    <div className="shell">
      <JsonLd
        data={listData({
          title: tag.name,
          description: tag.description,
          path: tagPath(tag),
          crumbs,
          articles: list.articles,
        })}
      />
      <ListHeader
        crumbs={crumbs}
        feeds={tagPath(tag)}
        kind="Tag"
        title={tag.name}
        description={tag.description}
      />
      <ArticleList list={list} path={tagPath(tag)} emptyText="No published article has this tag." />
    </div>
  )
})
