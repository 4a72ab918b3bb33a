import { notFound } from 'next/navigation'
import { cache } from 'react'
import { ArticleList } from '@/src/domains/publishing/components/ArticleList'
import { AuthorFacts } from '@/src/domains/publishing/components/AuthorFacts'
import { Avatar } from '@/src/domains/publishing/components/Avatar'
import { JsonLd } from '@/src/domains/publishing/components/JsonLd'
import { ListHeader } from '@/src/domains/publishing/components/ListHeader'
import { findAuthorByUsername } from '@/src/domains/publishing/findAuthorByUsername'
import { listArticles } from '@/src/domains/publishing/listArticles'
import { authorPath } from '@/src/domains/publishing/paths'
import { populated } from '@/src/domains/publishing/populated'
import { profileData } from '@/src/domains/publishing/seo/listData'
import { readPageNumber, readSegment, refusePageBeyond, type SearchParams } from '../../addresses'
import { goneOrMoved } from '../../goneOrMoved'
import { pageMetadata } from '../../pageMetadata'
import { showsDocument } from '../../showsDocument'
import { siteMetadata } from '../../siteMetadata'
import { sitePage } from '../../sitePage'
import { visitorRequest } from '../../visitorRequest'

interface Props {
  params: Promise<{ username: string }>
  searchParams: SearchParams
}

const findAuthor = cache(async (username: string) =>
  findAuthorByUsername(await visitorRequest(), { username }),
)

export const generateMetadata = siteMetadata(async ({ params, searchParams }: Props) => {
  const author = await findAuthor(readSegment((await params).username))
  if (!author) notFound()
  const page = readPageNumber((await searchParams).page)
  const { name, bio } = author
  return pageMetadata({
    title: name,
    description: bio,
    path: authorPath(author),
    page,
    hasFeeds: true,
  })
})

export default sitePage(async function AuthorPage({ params, searchParams }: Props) {
  const username = readSegment((await params).username)
  const author = await findAuthor(username)
  if (!author) return goneOrMoved(authorPath({ username }))
  const list = await listArticles(await visitorRequest(), {
    author: author.id,
    page: readPageNumber((await searchParams).page),
  })
  refusePageBeyond(list)
  showsDocument('profiles', author.id)
  const crumbs = [{ label: 'Home', href: '/' }, { label: author.name }]
  return (
    <div className="shell">
      <JsonLd data={profileData({ author, crumbs, articles: list.articles })} />
      <ListHeader
        crumbs={crumbs}
        feeds={authorPath(author)}
        kind="Author"
        title={author.name}
        description={author.bio}
        mark={<Avatar picture={populated(author.avatar)} name={author.name} size="xl" />}
      >
        <AuthorFacts author={author} />
      </ListHeader>
      <ArticleList list={list} path={authorPath(author)} emptyText="Nothing published yet." />
    </div>
  )
})
