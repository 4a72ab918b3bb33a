/** The format knows every field of what it exports: a new one is either told or left out for a reason. */
import config from '@payload-config'
import type { FlattenedField } from 'payload'
import { expect, test } from 'vitest'
import { referenceFields } from '../importing/archive/mapReferences'
import { collectionKinds, exportedFields, globalKinds, keptFields } from './archiveFormat'

const notOurs = new Set(['id', 'createdAt', 'updatedAt', 'globalType'])

test.each([...collectionKinds, ...globalKinds])(
  'every field of %s leaves or stays for a reason',
  async (kind) => {
    const fields = await fieldsOf(kind)
    const names = fields.map(({ name }) => name).filter((name) => !notOurs.has(name))
    const forgotten = names.filter((name) => !exportedFields[kind].includes(name) && !(name in keptFields))
    expect(forgotten).toEqual([])
    expect(exportedFields[kind].filter((name) => !names.includes(name))).toEqual([])
  },
)

test('every reference that leaves is given its new id when it comes back', async () => {
  const unknown: string[] = []
  for (const kind of [...collectionKinds, ...globalKinds]) {
    for (const field of (await fieldsOf(kind)).filter(({ name }) => exportedFields[kind].includes(name)))
      unknown.push(
        ...referencesIn(field)
          .filter((path) => !isKnown(kind, path))
          .map(({ name }) => `${kind}.${name}`),
      )
  }
  expect(unknown).toEqual([])
})

test('no secret leaves: accounts are no kind of record', () => {
  const kinds: readonly string[] = [...collectionKinds, ...globalKinds]
  expect(kinds.filter((kind) => /^(?:users|files|payload-)|session|credential|key|job/.test(kind))).toEqual(
    [],
  )
})

type Reference = { name: string; relationTo: string }

function isKnown(kind: string, { name, relationTo }: Reference): boolean {
  return name === 'translationOf' ? relationTo === kind : referenceFields[name] === relationTo
}

function referencesIn(field: FlattenedField): Reference[] {
  if (field.type === 'relationship' || field.type === 'upload')
    return [field.relationTo].flat().map((relationTo) => ({ name: field.name, relationTo }))
  if (field.type === 'blocks')
    return field.blocks.flatMap(({ flattenedFields }) => flattenedFields.flatMap(referencesIn))
  return 'flattenedFields' in field ? field.flattenedFields.flatMap(referencesIn) : []
}

async function fieldsOf(kind: string): Promise<FlattenedField[]> {
  const { collections, globals } = await config
  const found = [...collections, ...globals].find(({ slug }) => slug === kind)
  return found?.flattenedFields ?? []
}
