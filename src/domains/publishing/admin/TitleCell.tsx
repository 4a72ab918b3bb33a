import type { DefaultServerCellComponentProps } from 'payload'
import { RowLink } from '@/src/platform/admin/RowLink'

export function TitleCell({ cellData, collectionSlug, rowData }: DefaultServerCellComponentProps) {
  return (
    <RowLink collection={collectionSlug} id={String(rowData.id)} isTrashed={Boolean(rowData.deletedAt)}>
      <span className="mh-title-cell">{cellData || 'Untitled'}</span>
    </RowLink>
  )
}
