import type { CollectionConfig, Field } from 'payload'
import { startImportRun } from '@/endpoints/publishing/startImportRun'
import { admin, anyOf, editor, nobody } from '@/src/platform/access'
import { ownerField } from '@/src/platform/fields'

/** Contents that move in from the panel: what was uploaded, what a look at it found, how the import went. */
export const Imports: CollectionConfig = {
  slug: 'imports',
  labels: { singular: 'Import', plural: 'Imports' },
  admin: {
    group: 'Publishing',
    useAsTitle: 'name',
    defaultColumns: ['name', 'kind', 'state', 'user', 'createdAt'],
    listSearchableFields: ['name'],
    description: 'Content of WordPress, Ghost, Markdown folders and exports of this CMS.',
    components: {
      beforeListTable: ['/src/domains/publishing/admin/importing/NewImport#NewImport'],
      edit: {
        SaveButton: '/src/domains/publishing/admin/importing/NoSaveButton#NoSaveButton',
      },
    },
  },
  access: {
    create: anyOf(editor),
    read: anyOf(editor),
    update: anyOf(nobody),
    delete: anyOf(admin),
  },
  defaultSort: '-createdAt',
  disableDuplicate: true,
  endpoints: [startImportRun],
  fields: [
    {
      name: 'panel',
      type: 'ui',
      admin: { components: { Field: '/src/domains/publishing/admin/importing/ImportPanel#ImportPanel' } },
    },
    { name: 'name', type: 'text', required: true, maxLength: 200, admin: { hidden: true } },
    {
      name: 'kind',
      type: 'select',
      required: true,
      options: [
        { value: 'wordpress', label: 'WordPress' },
        { value: 'ghost', label: 'Ghost' },
        { value: 'markdown', label: 'Markdown' },
        { value: 'json', label: 'Export of this CMS' },
      ],
      admin: { hidden: true },
    },
    {
      name: 'file',
      type: 'upload',
      relationTo: 'files',
      required: true,
      maxDepth: 0,
      admin: { hidden: true, disableListColumn: true },
    },
    { name: 'options', type: 'json', admin: { hidden: true, disableListColumn: true } },
    written({
      name: 'state',
      type: 'text',
      defaultValue: 'new',
      required: true,
      index: true,
      admin: {
        condition: () => false,
        components: { Cell: '/src/domains/publishing/admin/importing/StateCell#StateCell' },
      },
    }),
    written({ name: 'progress', type: 'json' }),
    written({ name: 'check', type: 'json' }),
    written({ name: 'report', type: 'json' }),
    written({ name: 'undo', type: 'json' }),
    written({ name: 'error', type: 'text' }),
    written({ name: 'startedAt', type: 'date' }),
    written({ name: 'finishedAt', type: 'date' }),
    { ...ownerField, admin: { hidden: true } } as Field,
  ],
}

/** Told by the job that imports, never by a caller. */
function written(field: Extract<Field, { name: string; type: 'json' | 'text' | 'date' }>): Field {
  return {
    ...field,
    access: { create: () => false, update: () => false },
    admin: { disableListColumn: field.name !== 'state', ...field.admin, hidden: field.name !== 'state' },
  } as Field
}
