import type { DefaultServerCellComponentProps, Payload } from 'payload'
import { cache } from 'react'
import { oneQuery } from '@/src/platform/admin/oneQuery'
import { type DocumentState, StatusBadge } from '@/src/platform/admin/StatusBadge'
import { readPlans } from '../scheduling/readPlans'
import type { Plannable } from '../scheduling/schemas'

/** Payload tells draft, changed and published apart; archived is ours, and what is planned stands in the queue. */
export async function StatusCell({
  cellData,
  collectionSlug,
  payload,
  rowData,
}: DefaultServerCellComponentProps) {
  const state: DocumentState = rowData.archivedAt ? 'archived' : (cellData ?? 'draft')
  const plan = await plansOf(payload, collectionSlug as Plannable)(String(rowData.id))
  return <StatusBadge plan={plan} state={state} />
}

const plansOf = cache((payload: Payload, collection: Plannable) =>
  oneQuery(async (ids) =>
    [...(await readPlans({ payload }, { collection, ids }))].map(([id, act]) => ({ id, ...act })),
  ),
)
