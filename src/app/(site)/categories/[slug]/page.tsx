import { notFound } from 'next/navigation'
import { cache } from 'react'
import { ArticleList } from '@/src/domains/publishing/components/ArticleList'
import { JsonLd } from '@/src/domains/publishing/components/JsonLd'
import { ListHeader } from '@/src/domains/publishing/components/ListHeader'
import { listArticles } from '@/src/domains/publishing/listArticles'
import {
  categoriesAbove,
  categoriesDirectlyBelow,
  categoryBranch,
  listCategories,
} from '@/src/domains/publishing/listCategories'
import { categoryPath } from '@/src/domains/publishing/paths'
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

const findCategory = cache(async (slug: string) => {
  const all = await listCategories(await visitorRequest())
  return { all, category: all.find((category) => category.slug === slug) ?? null }
})

export const generateMetadata = siteMetadata(async ({ params, searchParams }: Props) => {
  const { category } = await findCategory(readSegment((await params).slug))
  if (!category) notFound()
  const page = readPageNumber((await searchParams).page)
  return pageMetadata({
    title: category.name,
    description: category.description,
    path: categoryPath(category),
    page,
    hasFeeds: true,
  })
})

export default sitePage(async function CategoryPage({ params, searchParams }: Props) {
  const slug = readSegment((await params).slug)
  const { all, category } = await findCategory(slug)
  if (!category) return goneOrMoved(categoryPath({ slug }))
  const list = await listArticles(await visitorRequest(), {
    categories: categoryBranch(all, category),
    page: readPageNumber((await searchParams).page),
  })
  refusePageBeyond(list)
  showsDocument('categories', category.id)
  const parts = categoriesDirectlyBelow(all, category)
  const above = categoriesAbove(all, category)
  const crumbs = [
    { label: 'Home', href: '/' },
    ...above.map((parent) => ({ label: parent.name, href: categoryPath(parent) })),
    { label: category.name },
  ]
  const { name: title, description } = category
  return (
    <div className="shell">
      <JsonLd
        data={listData({ title, description, path: categoryPath(category), crumbs, articles: list.articles })}
      />
      <ListHeader
        crumbs={crumbs}
        feeds={categoryPath(category)}
        kind="Section"
        title={category.name}
        description={category.description}
        mark={
          <span
            aria-hidden="true"
            className="h-16 w-3 shrink-0 -skew-x-12 bg-accent"
            style={category.colour ? { background: category.colour } : undefined}
          />
        }
      >
        {parts.length > 0 && (
          <ul aria-label="Parts of this section" className="mt-6 flex flex-wrap gap-2">
            {parts.map((part) => (
              <li key={part.id}>
                <a
                  href={categoryPath(part)}
                  className="inline-flex min-h-9 items-center rounded-full border border-rule-strong px-4 text-sm hover:bg-ink hover:text-paper"
                >
                  {part.name}
                </a>
              </li>
            ))}
          </ul>
        )}
      </ListHeader>
      <ArticleList
        list={list}
        path={categoryPath(category)}
        hasCategory={parts.length > 0}
        emptyText="Nothing has been published in this section yet."
      />
    </div>
  )
})
