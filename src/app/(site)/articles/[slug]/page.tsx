import type { Metadata } from 'next'
import type { SearchParams } from '../../addresses'
import { articleMetadata, showArticle } from '../../articlePage'

interface Props {
  params: Promise<{ slug: string }>
  searchParams: SearchParams
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  return articleMetadata(await params, await searchParams)
}

export default async function ArticlePage({ params, searchParams }: Props) {
  return showArticle(await params, await searchParams)
}
