import type { PayloadRequest } from 'payload'

export type ImportChange = {
  state?: string
  progress?: object | null
  check?: object | null
  report?: object | null
  undo?: object | null
  error?: string | null
  startedAt?: string | null
  finishedAt?: string | null
}

/** Written by the adapter: it is no document that anybody edits, and its changes wake nobody. */
export async function updateImport(
  req: Pick<PayloadRequest, 'payload' | 'transactionID'>,
  id: string,
  data: ImportChange,
): Promise<void> {
  await req.payload.db.updateOne({ collection: 'imports', id, data: { ...data }, req, returning: false })
}
