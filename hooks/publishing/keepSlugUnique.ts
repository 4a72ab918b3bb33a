import type { CollectionBeforeValidateHook } from 'payload'
import { uniqueSlug } from '@/src/domains/publishing/uniqueSlug'

/** A slug that was typed must be free; one that was made from the title is numbered until it is. */
export const keepSlugUnique: CollectionBeforeValidateHook = async ({
  collection,
  data,
  originalDoc,
  req,
}) => {
  const slug = data?.slug
  const locale = data?.locale ?? originalDoc?.locale
  const isUnchanged = slug === originalDoc?.slug && locale === originalDoc?.locale
  if (!data || typeof slug !== 'string' || !slug || isUnchanged) return data
  const isTyped = req.context.typedSlug === slug
  return {
    ...data,
    slug: await uniqueSlug(req, { collection: collection.slug, slug, locale, id: originalDoc?.id, isTyped }),
  }
}
