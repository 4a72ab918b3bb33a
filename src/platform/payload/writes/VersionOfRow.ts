import { KeptText } from '../KeptText'
import { type Column, namesOf, ownedKinds, tableOf } from './tableOf'
import type { WritingAdapter, WritingDrizzle } from './WritingAdapter'

export interface VersionOfRowOptions {
  adapter: WritingAdapter
  mayKeep: boolean
}

export interface NewVersion {
  /** Tables of the document and of its versions, as the adapter names them. */
  documents: string
  versions: string
  /** Id of the document. */
  parent: string
  autosave: boolean
  /** ISO 8601. */
  createdAt: string
  updatedAt: string
}

/** Columns of a version that are its own; those that are left out stay empty. */
const own = ['id', 'parent', 'createdAt', 'updatedAt', 'latest', 'autosave'] as const
const empty = new Set(['snapshot', 'publishedLocale'])

/**
 * The first version of a document is what its row is: the database copies it there, so that nothing is made ready, sent
 * and packed twice.
 */
export class VersionOfRow {
  /** By the two tables; undefined where they are not alike. */
  private readonly texts = new Map<string, KeptText | undefined>()

  constructor(private readonly options: VersionOfRowOptions) {}

  /** @returns false where the two tables are not alike, and nothing was written. */
  async write(db: WritingDrizzle, version: NewVersion): Promise<boolean> {
    const { columns, byKey } = tableOf(this.options.adapter, version.versions)
    const values = { ...version, id: byKey.get('id')?.makeDefault?.(), latest: true }
    const given = own.flatMap((key) => byKey.get(key) ?? [])
    const text = typeof values.id === 'string' && this.textFor(version, { columns, given })
    if (!text) return false
    const { rowCount } = await db.session.client.query({
      ...text.use(),
      values: given.map(({ key, toDriver }) => toDriver(values[key as (typeof own)[number]])),
    })
    if (rowCount !== 1) throw new Error(`There is no row of ${version.documents} to copy`)
    return true
  }

  private textFor(version: NewVersion, columns: Columns): KeptText | undefined {
    const { adapter, mayKeep } = this.options
    const key = `${version.documents} > ${version.versions}`
    if (!this.texts.has(key)) {
      const text = textOf(adapter, version, columns)
      this.texts.set(key, text === undefined ? undefined : new KeptText(text, mayKeep))
    }
    return this.texts.get(key)
  }
}

interface Columns {
  columns: readonly Column[]
  /** Those whose values are sent, in that order. */
  given: Column[]
}

function textOf(
  adapter: WritingAdapter,
  { documents, versions }: NewVersion,
  { columns, given }: Columns,
): string | undefined {
  const source = tableOf(adapter, documents)
  const target = tableOf(adapter, versions)
  const param = (key: string) => {
    const index = given.findIndex((column) => column.key === key)
    return index < 0 ? undefined : `$${index + 1}::${given[index]?.type}`
  }
  const sources = columns.flatMap((column) => {
    const from = source.byKey.get(column.key.replace(/^version_/, ''))
    const value = column.key.startsWith('version_') ? from && copied(from, column) : param(column.key)
    return value === undefined ? [] : [{ column, value }]
  })
  const copies = new Set(sources.map(({ column }) => column.key))
  const isWhole =
    columns.every(({ key }) => copies.has(key) || empty.has(key)) &&
    source.columns.every(({ key }) => key === 'id' || copies.has(`version_${key}`))
  if (!isWhole) return undefined
  const parts = [
    `insert into "${target.name}" (${namesOf(sources.map(({ column }) => column))})
      select ${sources.map(({ value }) => value).join(', ')} from "${source.name}" as source where source.id = ${param('parent')}
      returning id`,
  ]
  for (const kind of ownedKinds.filter((each) => adapter.tables[documents + each])) {
    const part =
      adapter.tables[versions + kind] && ownedPart(adapter, documents + kind, versions + kind, param)
    if (!part) return undefined
    parts.push(part)
  }
  return `with ${parts.map((part, index) => `p${index} as (${part})`).join(', ')} select id from p0`
}

function ownedPart(
  adapter: WritingAdapter,
  from: string,
  to: string,
  param: (key: string) => string | undefined,
): string | undefined {
  const source = tableOf(adapter, from)
  const target = tableOf(adapter, to)
  const columns = target.columns.filter(({ key }) => key !== 'id')
  if (columns.length !== source.columns.length - 1) return undefined
  const values = columns.map((column) => {
    if (column.key === 'parent') return param('id')
    const same = source.byKey.get(column.key)
    return column.key === 'path' ? `'version.' || source."path"` : same && copied(same, column)
  })
  if (values.includes(undefined)) return undefined
  return `insert into "${target.name}" (${namesOf(columns)})
    select ${values.join(', ')} from "${source.name}" as source
    where source."${source.byKey.get('parent')?.name}" = ${param('parent')} order by source.id`
}

/** A choice of one table is a type of its own. */
function copied(from: Column, to: Column): string {
  const value = `source."${from.name}"`
  return from.type === to.type ? value : `${value}::text::${to.type}`
}
