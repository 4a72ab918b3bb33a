import type { Field, FieldAccess } from 'payload'
import { isEditor } from '@/src/platform/access'

/** Which account stands behind a document is for that account and for editors, who alone decide it. */
export const accountAccess: Record<'create' | 'read' | 'update', FieldAccess> = {
  create: ({ req }) => isEditor(req),
  read: ({ req, doc }) => isEditor(req) || (req.user !== null && doc?.user === req.user?.id),
  update: ({ req }) => isEditor(req),
}

/** The account a document belongs to: its creator, until an editor hands it to somebody else. */
export const ownerField: Field = {
  name: 'user',
  label: 'Owner',
  type: 'relationship',
  relationTo: 'users',
  index: true,
  maxDepth: 0,
  access: accountAccess,
  admin: { position: 'sidebar', description: 'May edit the draft. Readers see the authors instead.' },
  hooks: {
    beforeChange: [
      ({ value, operation, req, previousValue }) =>
        operation === 'create' ? (value ?? req.user?.id) : (value ?? previousValue),
    ],
  },
}
