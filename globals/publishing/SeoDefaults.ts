import type { GlobalConfig } from 'payload'
import { anyOf, anyone, editor } from '@/src/platform/access'

export const SeoDefaults: GlobalConfig = {
  slug: 'seo-defaults',
  label: 'SEO defaults',
  admin: { group: 'Site', description: 'What a page says about itself where it says nothing of its own.' },
  access: { read: anyOf(anyone), update: anyOf(editor), readVersions: anyOf(editor) },
  fields: [
    {
      name: 'titleTemplate',
      type: 'text',
      defaultValue: '%s',
      validate: (value: string | null | undefined) =>
        !value || value.includes('%s') || 'Keep %s, where the title goes.',
      admin: { description: '%s stands for the title, as in “%s · Masthead”.' },
    },
    { name: 'description', type: 'textarea', maxLength: 500 },
    { name: 'image', type: 'upload', relationTo: 'media' },
  ],
}
