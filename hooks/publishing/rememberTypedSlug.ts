import type { CollectionBeforeOperationHook } from 'payload'

/** Tells a slug that came with the request from one that is derived later. */
export const rememberTypedSlug: CollectionBeforeOperationHook = ({ args, req }) => {
  const slug = 'data' in args && args.data && 'slug' in args.data ? args.data.slug : undefined
  req.context.typedSlug = typeof slug === 'string' ? slug.trim() : undefined
  return args
}
