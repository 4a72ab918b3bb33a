import type { CollectionConfig } from 'payload'
import { keepSlugUnique } from '@/hooks/publishing/keepSlugUnique'
import { redirectFormerPath } from '@/hooks/publishing/redirectFormerPath'
import { rememberPublishedPath } from '@/hooks/publishing/rememberPublishedPath'
import { rememberTypedSlug } from '@/hooks/publishing/rememberTypedSlug'
import { keepOnce } from '@/hooks/shared/keepOnce'
import { anyOf, editor, notTrashed, staff } from '@/src/platform/access'
import { slugField } from '@/src/platform/fields'

/** Labels across the sections: made by people (`user`) or by imports and jobs (`system`). */
export const Tags: CollectionConfig = {
  slug: 'tags',
  custom: { naturalKey: 'slug' },
  admin: {
    group: 'Publishing',
    useAsTitle: 'name',
    defaultColumns: ['name', 'slug', 'origin', 'categories', 'updatedAt'],
    listSearchableFields: ['name', 'slug'],
    pagination: { defaultLimit: 50, limits: [25, 50, 100] },
    description: 'Words across the sections.',
  },
  access: {
    create: anyOf(staff),
    read: anyOf(editor, notTrashed),
    update: anyOf(editor),
    delete: anyOf(editor),
  },
  defaultSort: 'name',
  defaultPopulate: { name: true, slug: true },
  hooks: {
    beforeOperation: [rememberTypedSlug],
    beforeValidate: [keepSlugUnique],
    beforeChange: [rememberPublishedPath],
    afterChange: [redirectFormerPath],
  },
  trash: true,
  fields: [
    { name: 'name', type: 'text', required: true, maxLength: 120 },
    slugField('name', '/tags/…'),
    { name: 'description', type: 'textarea', maxLength: 2000 },
    {
      name: 'categories',
      type: 'relationship',
      relationTo: 'categories',
      hasMany: true,
      hooks: { beforeValidate: [keepOnce] },
      admin: { components: { Cell: '/src/domains/publishing/admin/NamesCell#NamesCell' } },
    },
    {
      name: 'origin',
      type: 'select',
      defaultValue: 'user',
      required: true,
      options: [
        { value: 'user', label: 'Made by people' },
        { value: 'system', label: 'Made by an import or a job' },
      ],
      admin: { position: 'sidebar', readOnly: true },
    },
  ],
}
