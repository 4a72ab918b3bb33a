import type { CollectionConfig } from 'payload'
import { admin, anyOf, owner, staff } from '@/src/platform/access'
import { ownerField } from '@/src/platform/fields'

/** Private files: archives, exports, receipts. Reached by their owner alone; short signed links come with exports. */
export const Files: CollectionConfig = {
  slug: 'files',
  admin: {
    group: 'Media',
    useAsTitle: 'filename',
    defaultColumns: ['filename', 'purpose', 'user', 'expiresAt'],
    listSearchableFields: ['filename', 'purpose'],
    description: 'Private: only the owner and administrators can open them.',
  },
  access: {
    create: anyOf(staff),
    read: anyOf(admin, owner),
    update: anyOf(admin, owner),
    delete: anyOf(admin, owner),
  },
  upload: true,
  fields: [
    { name: 'purpose', type: 'text', required: true, maxLength: 120 },
    { name: 'expiresAt', type: 'date', index: true, admin: { date: { pickerAppearance: 'dayAndTime' } } },
    ownerField,
  ],
}
