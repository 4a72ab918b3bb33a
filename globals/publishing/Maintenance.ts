import type { GlobalConfig } from 'payload'
import { admin, anyOf, anyone } from '@/src/platform/access'

export const Maintenance: GlobalConfig = {
  slug: 'maintenance',
  admin: {
    group: 'Site',
    description: 'Visitors see a banner from 48 hours before, and a page that says when to return meanwhile.',
  },
  access: { read: anyOf(anyone), update: anyOf(admin), readVersions: anyOf(admin) },
  fields: [
    {
      type: 'row',
      fields: [
        { name: 'startsAt', type: 'date', admin: { date: { pickerAppearance: 'dayAndTime' } } },
        {
          name: 'endsAt',
          type: 'date',
          admin: { date: { pickerAppearance: 'dayAndTime' } },
          validate: (value: unknown, { siblingData }: { siblingData: { startsAt?: string } }) =>
            !value ||
            !siblingData.startsAt ||
            String(value) > siblingData.startsAt ||
            'It ends before it starts.',
        },
      ],
    },
    { name: 'message', type: 'textarea', maxLength: 500 },
  ],
}
