import type { DefaultServerCellComponentProps } from 'payload'
import { type DocumentState, StatusBadge } from '@/src/platform/admin/StatusBadge'

/** Payload tells draft, changed and published apart; archived is ours. */
export function StatusCell({ cellData, rowData }: DefaultServerCellComponentProps) {
  const state: DocumentState = rowData.archivedAt ? 'archived' : (cellData ?? 'draft')
  return <StatusBadge state={state} />
}
