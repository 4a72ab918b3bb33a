import type { CollectionConfig } from 'payload'
import { admin, anyOf, editor, nobody } from '@/src/platform/access'

/**
 * Comments that an import brought, kept as they were until the site has comments of its own. They hold names and
 * addresses of readers, so that nobody but staff sees them, and markup of strangers, so that nothing renders them.
 */
export const ImportedComments: CollectionConfig = {
  slug: 'imported-comments',
  labels: { singular: 'Imported comment', plural: 'Imported comments' },
  admin: {
    group: 'Publishing',
    useAsTitle: 'name',
    defaultColumns: ['name', 'text', 'content', 'state', 'writtenAt'],
    listSearchableFields: ['name', 'email', 'text'],
    pagination: { defaultLimit: 50, limits: [25, 50, 100] },
    enableListViewSelectAPI: true,
    description: 'Readers’ comments of the former site, kept for the day this one has comments.',
  },
  access: {
    create: anyOf(nobody),
    read: anyOf(editor),
    update: anyOf(nobody),
    delete: anyOf(admin),
  },
  defaultSort: '-writtenAt',
  disableDuplicate: true,
  indexes: [{ fields: ['importer', 'key'], unique: true }],
  fields: [
    { name: 'importer', type: 'text', required: true },
    { name: 'key', type: 'text', required: true },
    {
      name: 'documentKey',
      type: 'text',
      required: true,
      index: true,
      admin: { description: 'The source key of the article or page it is about.' },
    },
    { name: 'content', label: 'Article', type: 'relationship', relationTo: 'content', index: true },
    { name: 'page', type: 'relationship', relationTo: 'pages', index: true },
    { name: 'parentKey', type: 'text', admin: { description: 'Key of the comment it answers.' } },
    { name: 'kind', type: 'text', required: true, defaultValue: 'comment' },
    { name: 'state', type: 'text', required: true, defaultValue: 'approved', index: true },
    { name: 'name', type: 'text' },
    { name: 'email', type: 'text' },
    { name: 'website', type: 'text' },
    { name: 'writtenAt', type: 'date', admin: { date: { pickerAppearance: 'dayAndTime' } } },
    {
      name: 'text',
      type: 'textarea',
      admin: { description: 'As it was stored there, markup included.' },
    },
  ],
}
