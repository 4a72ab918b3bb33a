import type { CollectionBeforeValidateHook } from 'payload'
import { uniqueSlug } from '@/src/domains/publishing/uniqueSlug'

/**
 * A slug that was typed must be free; one made from the title, of a copy, or back from the trash, is numbered until it
 * is.
 */
export const keepSlugUnique: CollectionBeforeValidateHook = async ({
  collection,
  data,
  operation,
  originalDoc: original,
  req,
}) => {
  // Of a copy Payload tells what it was made from.
  const originalDoc = operation === 'create' ? undefined : original
  const slug = data?.slug
  const locale = data?.locale ?? originalDoc?.locale
  const isRestored = Boolean(originalDoc?.deletedAt) && data?.deletedAt === null
  const isUnchanged = slug === originalDoc?.slug && locale === originalDoc?.locale && !isRestored
  if (!data || typeof slug !== 'string' || !slug || isUnchanged) return data
  const isCopied = operation === 'create' && slug === original?.slug
  const isTyped = req.context.typedSlug === slug && !isRestored && !isCopied
  return {
    ...data,
    slug: await uniqueSlug(req, { collection: collection.slug, slug, locale, id: originalDoc?.id, isTyped }),
  }
}
