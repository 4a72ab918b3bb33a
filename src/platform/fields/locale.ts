import type { CollectionSlug, Field } from 'payload'

/** A language tag such as `en` or `pt-BR`. */
export const localePattern = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/

/** First segments of addresses that are the site's own. */
const reservedSegments = new Set(['api', 'og'])

/** The language of a document and the document that it translates. */
export function localeFields(collection: CollectionSlug): Field[] {
  return [
    {
      name: 'locale',
      label: 'Language',
      type: 'text',
      required: true,
      defaultValue: 'en',
      index: true,
      validate: (value: string | null | undefined) =>
        !value ||
        (localePattern.test(value) && !reservedSegments.has(value)) ||
        'Use a language tag such as en or pt-BR.',
      admin: { position: 'sidebar', description: 'A language tag such as en or pt-BR.' },
    },
    {
      name: 'translationOf',
      type: 'relationship',
      relationTo: collection,
      index: true,
      admin: { position: 'sidebar', description: 'The document that this one translates.' },
      filterOptions: ({ id }) => (id ? { id: { not_equals: id } } : true),
    },
  ]
}
