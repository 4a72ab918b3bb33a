import type { GlobalConfig } from 'payload'
import { admin, anyOf, anyone } from '@/src/platform/access'

export const SiteSettings: GlobalConfig = {
  slug: 'site-settings',
  admin: { group: 'Site' },
  access: { read: anyOf(anyone), update: anyOf(admin), readVersions: anyOf(admin) },
  fields: [
    { name: 'name', type: 'text', required: true, defaultValue: 'Masthead', maxLength: 120 },
    { name: 'tagline', type: 'text', maxLength: 200 },
    { name: 'description', type: 'textarea', maxLength: 500 },
    { name: 'logo', type: 'upload', relationTo: 'media' },
    {
      name: 'authorsMayPublish',
      label: 'Authors may publish their own articles',
      type: 'checkbox',
      defaultValue: false,
      admin: { description: 'Otherwise an editor publishes what authors write.' },
    },
  ],
}
