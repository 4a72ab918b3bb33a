import type { CollectionConfig } from 'payload'
import { anyOf, nobody } from '@/src/platform/access'

/** What an import of the panel made, row by row: what undoing it takes away. */
export const ImportItems: CollectionConfig = {
  slug: 'import-items',
  admin: { hidden: true },
  access: { create: anyOf(nobody), read: anyOf(nobody), update: anyOf(nobody), delete: anyOf(nobody) },
  disableDuplicate: true,
  fields: [
    { name: 'import', type: 'relationship', relationTo: 'imports', required: true, index: true },
    { name: 'target', type: 'text', required: true },
    { name: 'targetId', type: 'text', required: true },
  ],
}
