import type { GlobalConfig } from 'payload'
import { anyOf, anyone, editor } from '@/src/platform/access'

export const SeoDefaults: GlobalConfig = {
  slug: 'seo-defaults',
  label: 'SEO and feeds',
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
    {
      name: 'twitterSite',
      label: 'Account on X',
      type: 'text',
      maxLength: 16,
      validate: (value: string | null | undefined) =>
        !value || /^@\w{1,15}$/.test(value) || 'Enter it with its @, such as @masthead.',
      admin: { description: 'Named on cards that X makes of our pages, such as @masthead.' },
    },
    {
      name: 'feedText',
      label: 'What feeds carry',
      type: 'select',
      defaultValue: 'full',
      required: true,
      options: [
        { value: 'full', label: 'Whole articles, as far as everybody may read them' },
        { value: 'excerpt', label: 'Excerpts' },
      ],
    },
  ],
}
