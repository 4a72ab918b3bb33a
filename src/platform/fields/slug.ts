import type { Field } from 'payload'
import { slugify } from '@/src/platform/slugify'

/** A segment of an address: lower-case letters of any script, digits and single hyphens. */
const slugPattern = /^[\p{Ll}\p{Lo}\p{M}\p{N}]+(?:[-_.][\p{Ll}\p{Lo}\p{M}\p{N}]+)*$/u
const slugMaxLength = 200

/** Derived from `source` while it is empty; unique by a partial index that ignores the trash. */
export function slugField(source: string, address: string): Field {
  return {
    name: 'slug',
    type: 'text',
    index: true,
    maxLength: slugMaxLength,
    admin: {
      position: 'sidebar',
      description: `The address: ${address}. Left empty, it is made from the ${source}.`,
    },
    validate: (value: string | null | undefined) =>
      !value || slugPattern.test(value) || 'Use lower-case letters, digits and hyphens.',
    hooks: {
      beforeValidate: [
        ({ value, data, originalDoc }) => {
          const given = typeof value === 'string' ? value.trim() : ''
          if (given) return slugPattern.test(given) ? given : slugify(given)
          if (value === undefined && originalDoc?.slug) return originalDoc.slug
          const text = data?.[source] ?? originalDoc?.[source]
          return typeof text === 'string' ? slugify(text).slice(0, slugMaxLength) || undefined : undefined
        },
      ],
    },
  }
}
