import type { CollectionBeforeOperationHook } from 'payload'

const reads = new Set<string>(['read', 'readDistinct', 'count', 'countVersions'])

/** Tells a draft that is saved beside what readers see from a write that they may notice. */
export const rememberDraftSave: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  // What a write looks up on its way is no write.
  if (reads.has(operation)) return args
  const status = 'data' in args && args.data && '_status' in args.data ? args.data._status : undefined
  req.context.isDraftSave = 'draft' in args && args.draft === true && status !== 'published'
  return args
}
