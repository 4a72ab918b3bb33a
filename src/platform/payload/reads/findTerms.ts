import { sql } from '@payloadcms/db-postgres'
import type { RelatedDocuments } from '@/src/platform/cache/RelatedDocuments'
import type { ReadingAdapter } from './ReadingAdapter'
import { type RelationFilter, whichOf } from './relationConditions'

/** More are no filter to walk by. */
const mostTerms = 100

/**
 * Ids of the documents that each filter is about, from memory where their collection has not changed since. Undefined
 * where they are very many, or found through others yet.
 */
export async function findTerms(
  adapter: ReadingAdapter,
  relations: RelationFilter[],
  memory: RelatedDocuments,
): Promise<string[][] | undefined> {
  const found: (string[] | undefined)[] = []
  const missing: { nth: number; text: string; params: unknown[]; keep: (ids: string[]) => void }[] = []
  for (const [nth, relation] of relations.entries()) {
    if (Array.isArray(relation.of)) {
      found[nth] = relation.of
      continue
    }
    const slot = memory.slotOf<string[]>(relation.target, `terms ${JSON.stringify(relation.of)}`)
    found[nth] = slot.kept
    if (slot.kept) continue
    const which = whichOf(adapter, relation)
    if (!which) return undefined
    const { sql: text, params } = adapter.drizzle.dialect.sqlToQuery(
      sql`array(${which} limit ${mostTerms + 1})`,
    )
    missing.push({ nth, text, params, keep: slot.keep })
  }
  if (missing.length > 0) {
    const params = missing.flatMap((each) => each.params)
    let used = 0
    const columns = missing.map(({ text }) => text.replace(/\$\d+/g, () => `$${++used}`))
    const { rows } = await adapter.pool.query<string[][]>({
      text: `select ${columns.map((column) => `${column}::text[]`).join(', ')}`,
      values: params,
      rowMode: 'array',
    })
    for (const [index, { nth, keep }] of missing.entries()) {
      const ids = rows[0]?.[index] ?? []
      found[nth] = ids
      keep(ids)
    }
  }
  const terms = found.map((ids) => ids ?? [])
  return terms.every(({ length }) => length <= mostTerms) ? terms : undefined
}
