import type { GroupField } from 'payload'

/** A copy was found nowhere. */
const notCopied = { beforeDuplicate: [() => null] }

/** Where an importer found the document: by this a second run finds it again. Written by importers alone. */
export const sourceField: GroupField = {
  name: 'source',
  type: 'group',
  label: 'Imported from',
  admin: { position: 'sidebar', condition: (data) => Boolean(data?.source?.importer), readOnly: true },
  access: { create: () => false, update: () => false },
  fields: [
    { name: 'importer', type: 'text', index: true, hooks: notCopied },
    {
      name: 'key',
      type: 'text',
      index: true,
      hooks: notCopied,
      admin: { description: 'Where it came from, within the importer.' },
    },
    { name: 'hash', type: 'text', hooks: notCopied, admin: { hidden: true } },
  ],
}
