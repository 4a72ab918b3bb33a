import type { Metadata } from 'next'
import type { SearchParams } from '../../../addresses'
import { articleMetadata, showArticle } from '../../../articlePage'

interface Props {
  params: Promise<{ locale: string; slug: string }>
  searchParams: SearchParams
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  return articleMetadata(await params, await searchParams)
}

/** An article in another language than the site's. */
export default async function TranslatedArticlePage({ params, searchParams }: Props) {
  return showArticle(await params, await searchParams)
}
