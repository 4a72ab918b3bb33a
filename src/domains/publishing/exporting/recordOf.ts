import { type ArchiveRecord, exportedFields, type Fields } from './archiveFormat'

/** A stored row as a record: only what leaves, without what is empty and without the ids of array rows. */
export function recordOf(kind: ArchiveRecord['kind'], row: Fields): ArchiveRecord {
  const { createdAt, id } = row
  return {
    kind,
    id: String(id ?? kind),
    ...(createdAt ? { createdAt: new Date(createdAt as string).toISOString() } : {}),
    fields: fieldsOf(kind, row),
  }
}

export function fieldsOf(kind: ArchiveRecord['kind'], row: Fields): Fields {
  return Object.fromEntries(
    exportedFields[kind].flatMap((name) => {
      const value = withoutRowIds(row[name])
      return isEmpty(value) ? [] : [[name, isDateField(name) ? isoOf(value) : value]]
    }),
  )
}

/** Rich text keeps its ids: they are part of what is stored, and a second export is the same as the first. */
function withoutRowIds(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map((row) => (isFields(row) && !isRichText(row) ? withoutRowIds(omitId(row)) : row))
  }
  if (!isFields(value) || isRichText(value)) return value
  const filled = Object.entries(value)
    .map(([key, part]) => [key, withoutRowIds(part)] as const)
    .filter(([, part]) => !isEmpty(part))
  return Object.fromEntries(filled)
}

function omitId({ id: _id, ...row }: Fields): Fields {
  return row
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true
  if (Array.isArray(value)) return value.length === 0
  return isFields(value) && Object.keys(value).length === 0
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)
}

export function isRichText(value: unknown): value is { root: Fields } {
  return isFields(value) && isFields(value.root)
}

function isDateField(name: string): boolean {
  return /(?:At|asOf)$/.test(name)
}

function isoOf(value: unknown): unknown {
  const date = new Date(value as string)
  return Number.isNaN(date.getTime()) ? value : date.toISOString()
}
