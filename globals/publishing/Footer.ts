import type { GlobalConfig } from 'payload'
import { anyOf, anyone, editor } from '@/src/platform/access'
import { menuLinkFields } from './menuLinkFields'

export const Footer: GlobalConfig = {
  slug: 'footer',
  admin: { group: 'Site' },
  access: { read: anyOf(anyone), update: anyOf(editor), readVersions: anyOf(editor) },
  fields: [
    {
      name: 'columns',
      type: 'array',
      maxRows: 5,
      fields: [
        { name: 'title', type: 'text', required: true, maxLength: 80 },
        { name: 'links', type: 'array', maxRows: 12, fields: menuLinkFields() },
      ],
    },
    { name: 'note', type: 'textarea', maxLength: 500 },
    { name: 'social', type: 'array', maxRows: 10, fields: menuLinkFields() },
  ],
}
