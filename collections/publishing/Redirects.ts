import type { CollectionConfig } from 'payload'
import { normaliseRedirectPath } from '@/hooks/publishing/normaliseRedirectPath'
import { refuseHiddenRedirect } from '@/hooks/publishing/refuseHiddenRedirect'
import { refuseRedirectCircle } from '@/hooks/publishing/refuseRedirectCircle'
import { anyOf, anyone, editor } from '@/src/platform/access'

/** Old addresses and where they lead now. A changed slug writes one by itself. */
export const Redirects: CollectionConfig = {
  slug: 'redirects',
  custom: { naturalKey: 'from' },
  admin: {
    group: 'Publishing',
    useAsTitle: 'from',
    defaultColumns: ['from', 'to', 'statusCode', 'origin', 'updatedAt'],
    listSearchableFields: ['from', 'to'],
    pagination: { defaultLimit: 50, limits: [25, 50, 100] },
    description: 'Old addresses and where they lead. A changed slug writes one by itself.',
  },
  access: {
    create: anyOf(editor),
    read: anyOf(anyone),
    update: anyOf(editor),
    delete: anyOf(editor),
  },
  defaultSort: 'from',
  hooks: { beforeValidate: [refuseRedirectCircle, refuseHiddenRedirect] },
  fields: [
    {
      name: 'from',
      type: 'text',
      required: true,
      unique: true,
      index: true,
      hooks: { beforeValidate: [normaliseRedirectPath] },
      validate: (value: string | null | undefined) =>
        /^\/(?![/\\])(?!(?:.*\/)?\.{1,2}(?:\/|$))[^?#\s]*$/.test(value ?? '') ||
        'Enter a path that begins with one slash, such as /old-name.',
      admin: { description: 'A path of this site, without ? and #.' },
    },
    {
      name: 'to',
      type: 'text',
      required: true,
      index: true,
      validate: (value: string | null | undefined, { siblingData }: { siblingData: { from?: string } }) => {
        // Browsers read a backslash as a slash: two of them lead to another site.
        if (!/^(\/(?!\/)|https?:\/\/[^\s/])[^\s\\]*$/.test(value ?? ''))
          return 'Enter a path (/…) or a whole address (https://…).'
        return value !== siblingData.from || 'It would lead to itself.'
      },
    },
    {
      name: 'statusCode',
      type: 'select',
      defaultValue: '301',
      required: true,
      options: [
        { value: '301', label: '301: moved for good' },
        { value: '302', label: '302: elsewhere for now' },
        { value: '307', label: '307: elsewhere for now, same method' },
        { value: '308', label: '308: moved for good, same method' },
      ],
    },
    {
      name: 'origin',
      type: 'text',
      defaultValue: 'user',
      required: true,
      admin: {
        readOnly: true,
        position: 'sidebar',
        description: 'user, slug (a changed address) or import.',
      },
    },
  ],
}
