import type { CollectionConfig } from 'payload'
import { validateUsername } from '@/src/domains/accounts/usernames'
import { anyOf, anyone, editor, owner, staff } from '@/src/platform/access'
import { accountAccess } from '@/src/platform/fields'
import { slugify } from '@/src/platform/slugify'

/** What the public sees of a person. Imported and guest authors need no account. */
export const Profiles: CollectionConfig = {
  slug: 'profiles',
  custom: { naturalKey: 'username' },
  admin: {
    group: 'Accounts',
    useAsTitle: 'name',
    defaultColumns: ['name', 'username', 'location', 'updatedAt'],
    listSearchableFields: ['name', 'username'],
    description: 'Bylines and author pages.',
  },
  access: {
    create: anyOf(staff),
    read: anyOf(anyone),
    update: anyOf(editor, owner),
    delete: anyOf(editor),
  },
  defaultPopulate: { name: true, username: true, avatar: true },
  fields: [
    { name: 'name', type: 'text', required: true, maxLength: 120 },
    {
      name: 'username',
      type: 'text',
      required: true,
      unique: true,
      index: true,
      validate: validateUsername,
      admin: { description: 'Part of the address of the author page.' },
      hooks: {
        beforeValidate: [
          ({ value, data }) => value || (typeof data?.name === 'string' ? slugify(data.name) : value),
        ],
      },
    },
    { name: 'avatar', type: 'upload', relationTo: 'media' },
    { name: 'bio', type: 'textarea', maxLength: 2000 },
    {
      type: 'row',
      fields: [
        { name: 'location', type: 'text', maxLength: 120 },
        {
          name: 'website',
          type: 'text',
          validate: (value: string | null | undefined) =>
            !value || /^https?:\/\//.test(value) || 'Enter a whole address, beginning with https://',
        },
      ],
    },
    {
      name: 'links',
      type: 'array',
      maxRows: 10,
      fields: [
        { name: 'label', type: 'text', required: true },
        {
          name: 'url',
          type: 'text',
          required: true,
          validate: (value: string | null | undefined) =>
            /^(https?:\/\/|mailto:)/.test(value ?? '') || 'Enter a whole address, beginning with https://',
        },
      ],
    },
    { name: 'skills', type: 'text', hasMany: true, maxRows: 30 },
    {
      name: 'user',
      label: 'Account',
      type: 'relationship',
      relationTo: 'users',
      unique: true,
      index: true,
      maxDepth: 0,
      access: accountAccess,
      admin: { position: 'sidebar', description: 'Leave empty for guests and imported authors.' },
    },
  ],
}
