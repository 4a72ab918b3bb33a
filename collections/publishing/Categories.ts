import type { CollectionConfig } from 'payload'
import { keepSlugUnique } from '@/hooks/publishing/keepSlugUnique'
import { redirectFormerPath } from '@/hooks/publishing/redirectFormerPath'
import { refuseCategoryCycle } from '@/hooks/publishing/refuseCategoryCycle'
import { rememberPublishedPath } from '@/hooks/publishing/rememberPublishedPath'
import { rememberTypedSlug } from '@/hooks/publishing/rememberTypedSlug'
import { anyOf, editor, notTrashed } from '@/src/platform/access'
import { slugField } from '@/src/platform/fields'

/** The publication's sections, nested. */
export const Categories: CollectionConfig = {
  slug: 'categories',
  custom: { naturalKey: 'slug' },
  admin: {
    group: 'Publishing',
    useAsTitle: 'name',
    defaultColumns: ['name', 'slug', 'colour', 'updatedAt'],
    pagination: { defaultLimit: 50, limits: [25, 50, 100] },
    description: 'The publication’s sections. One may be inside another.',
    listSearchableFields: ['name', 'slug'],
  },
  access: {
    create: anyOf(editor),
    read: anyOf(editor, notTrashed),
    update: anyOf(editor),
    delete: anyOf(editor),
  },
  defaultSort: 'name',
  defaultPopulate: { name: true, slug: true, colour: true, parent: true },
  hooks: {
    beforeOperation: [rememberTypedSlug],
    beforeValidate: [keepSlugUnique, refuseCategoryCycle],
    beforeChange: [rememberPublishedPath],
    afterChange: [redirectFormerPath],
  },
  trash: true,
  fields: [
    {
      name: 'name',
      type: 'text',
      required: true,
      maxLength: 120,
      admin: { components: { Cell: '/src/domains/publishing/admin/CategoryCell#CategoryCell' } },
    },
    slugField('name', '/categories/…'),
    { name: 'description', type: 'textarea', maxLength: 1000 },
    {
      name: 'parent',
      label: 'Inside of',
      type: 'relationship',
      relationTo: 'categories',
      index: true,
      maxDepth: 1,
      filterOptions: ({ id }) => (id ? { id: { not_equals: id } } : true),
    },
    {
      name: 'colour',
      type: 'text',
      validate: (value: string | null | undefined) =>
        !value || /^#[0-9a-f]{6}$/i.test(value) || 'Use a colour such as #1d4ed8.',
      admin: {
        position: 'sidebar',
        components: {
          Field: '/src/domains/publishing/admin/ColourInput#ColourInput',
          Cell: '/src/domains/publishing/admin/ColourCell#ColourCell',
        },
      },
    },
  ],
}
