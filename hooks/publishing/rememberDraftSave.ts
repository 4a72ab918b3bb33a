import type { CollectionBeforeOperationHook } from 'payload'

/** Tells a draft that is saved beside what readers see from a write that they may notice. */
export const rememberDraftSave: CollectionBeforeOperationHook = ({ args, req }) => {
  const status = 'data' in args && args.data && '_status' in args.data ? args.data._status : undefined
  req.context.isDraftSave = 'draft' in args && args.draft === true && status !== 'published'
  return args
}
