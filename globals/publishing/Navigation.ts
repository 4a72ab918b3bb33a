import type { GlobalConfig } from 'payload'
import { anyOf, anyone, editor } from '@/src/platform/access'
import { menuLinkFields } from './menuLinkFields'

export const Navigation: GlobalConfig = {
  slug: 'navigation',
  admin: { group: 'Site' },
  access: { read: anyOf(anyone), update: anyOf(editor), readVersions: anyOf(editor) },
  fields: [
    {
      name: 'items',
      type: 'array',
      maxRows: 12,
      fields: [
        ...menuLinkFields(),
        { name: 'children', type: 'array', maxRows: 12, fields: menuLinkFields() },
      ],
    },
  ],
}
