import type { SearchParams } from '../../addresses'
import { archiveMetadata, showArchive } from '../../archivePage'
import { siteMetadata } from '../../siteMetadata'
import { sitePage } from '../../sitePage'

interface Props {
  params: Promise<{ period: string[] }>
  searchParams: SearchParams
}

export const generateMetadata = siteMetadata(async ({ params, searchParams }: Props) =>
  archiveMetadata((await params).period, await searchParams),
)

export default sitePage(async function ArchivePeriodPage({ params, searchParams }: Props) {
  return showArchive((await params).period, await searchParams)
})
