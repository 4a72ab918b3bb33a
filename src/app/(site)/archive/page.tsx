import type { SearchParams } from '../addresses'
import { archiveMetadata, showArchive } from '../archivePage'
import { siteMetadata } from '../siteMetadata'
import { sitePage } from '../sitePage'

interface Props {
  searchParams: SearchParams
}

export const generateMetadata = siteMetadata(async ({ searchParams }: Props) =>
  archiveMetadata([], await searchParams),
)

export default sitePage(async function ArchivePage({ searchParams }: Props) {
  return showArchive([], await searchParams)
})
