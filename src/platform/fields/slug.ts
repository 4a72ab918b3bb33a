import { createHash } from 'node:crypto'
import type { Field, FieldHook } from 'payload'
import { slugify } from '@/src/platform/slugify'

/** A segment of an address: lower-case letters of any script, digits and single hyphens. */
const slugPattern = /^[\p{Ll}\p{Lo}\p{M}\p{N}]+(?:[-_.][\p{Ll}\p{Lo}\p{M}\p{N}]+)*$/u
const slugMaxLength = 200

/** Next answers addresses that end like this with data instead of a page. */
const reservedEnd = '.rsc'

/**
 * Derived from `source` until somebody types one or the document is published: then readers know the address.
 * Unique by a partial index that ignores the trash.
 */
export function slugField(source: string, address: string): Field {
  return {
    name: 'slug',
    type: 'text',
    index: true,
    maxLength: slugMaxLength,
    admin: {
      position: 'sidebar',
      components: {
        Field: {
          path: '/src/platform/admin/SlugInput#SlugInput',
          clientProps: { source, address },
        },
      },
    },
    validate: (value: string | null | undefined) =>
      !value || isSlug(value) || 'Use lower-case letters, digits and hyphens.',
    hooks: {
      beforeValidate: [deriveSlug(source)],
    },
  }
}

function deriveSlug(source: string): FieldHook {
  return ({ value, data, originalDoc }) => {
    const given = typeof value === 'string' ? value.trim() : (value ?? originalDoc?.slug ?? '')
    const text = data?.[source] ?? originalDoc?.[source]
    const derived = typeof text === 'string' ? slugOf(text) : ''
    if (!given || (derived && follows(given, originalDoc, source))) return derived || undefined
    if (isSlug(given)) return given
    // Signs alone make no address; what was there stays.
    return slugify(given) || originalDoc?.slug || derived || undefined
  }
}

function isSlug(text: string): boolean {
  return slugPattern.test(text) && !text.endsWith(reservedEnd)
}

/** Whether a slug was made from the former text of a document that nobody has read yet. */
function follows(slug: string, originalDoc: Record<string, unknown> | undefined, source: string): boolean {
  const former = originalDoc?.[source]
  const isUnread = originalDoc?._status === 'draft' && !originalDoc.publishedAt
  if (!isUnread || typeof former !== 'string') return false
  return slug.replace(/-\d+$/, '') === slugOf(former).replace(/-\d+$/, '')
}

/** A text of signs alone has no letters for an address, and still needs one. */
function slugOf(text: string): string {
  const slug = slugify(text).slice(0, slugMaxLength)
  if (slug || !text.trim()) return slug
  return `untitled-${createHash('sha1').update(text).digest('hex').slice(0, 6)}`
}
