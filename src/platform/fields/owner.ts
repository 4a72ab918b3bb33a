import type { Field } from 'payload'
import { isEditor } from '@/src/platform/access'

/** The account a document belongs to: its creator, until an editor hands it to somebody else. */
export const ownerField: Field = {
  name: 'user',
  label: 'Owner',
  type: 'relationship',
  relationTo: 'users',
  index: true,
  maxDepth: 0,
  access: {
    create: ({ req }) => isEditor(req),
    read: ({ req, doc }) => isEditor(req) || (req.user !== null && doc?.user === req.user?.id),
    update: ({ req }) => isEditor(req),
  },
  admin: { position: 'sidebar', description: 'May edit the draft. Readers see the authors instead.' },
  hooks: {
    beforeChange: [
      ({ value, operation, req, previousValue }) =>
        operation === 'create' ? (value ?? req.user?.id) : (value ?? previousValue),
    ],
  },
}
