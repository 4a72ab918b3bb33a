import type { SearchParams } from '../../addresses'
import { articleMetadata, showArticle } from '../../articlePage'
import { siteMetadata } from '../../siteMetadata'
import { sitePage } from '../../sitePage'

interface Props {
  params: Promise<{ slug: string }>
  searchParams: SearchParams
}

export const generateMetadata = siteMetadata(async ({ params, searchParams }: Props) => {
  return articleMetadata(await params, await searchParams)
})

export default sitePage(async function ArticlePage({ params, searchParams }: Props) {
  return showArticle(await params, await searchParams)
})
