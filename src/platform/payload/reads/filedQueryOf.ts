/**
 * A table beside a collection's own that has its public documents by what they are filed under (terms: categories,
 * tags, authors), in the order in which they are listed. Triggers keep it; a collection tells of it in `custom`.
 * Rows: `document_id`, `term_id`, and the columns of the order.
 */
import type { SanitizedCollectionConfig, Where } from 'payload'
import { leavesOf, type RelationFilter } from './relationConditions'

export interface TermIndex {
  /** Relationships of many that lead to the terms. */
  fields: string[]
  /** What holds for the documents in it, and only for them. */
  holds: Where
  /** The order of its rows, each part going down; `id` is the last. */
  sort: string[]
}

/** A query of documents that are in the index, by their terms. */
export interface FiledQuery {
  index: TermIndex
  /** Whether something else is asked of them as well. */
  asksMore: boolean
}

export function filedQueryOf(
  { custom }: SanitizedCollectionConfig,
  { rest, relations }: { rest: Where | undefined; relations: RelationFilter[] },
): FiledQuery | undefined {
  const index = custom?.termIndex as TermIndex | undefined
  if (!index || relations.length === 0) return undefined
  if (!relations.every(({ field }) => index.fields.includes(field))) return undefined
  const asked = namesOf(rest)
  const held = namesOf(index.holds)
  return [...held].every((each) => asked.has(each)) ? { index, asksMore: asked.size > held.size } : undefined
}

function namesOf(where: Where | undefined): Set<string> {
  return new Set(leavesOf(where).map((leaf) => JSON.stringify(leaf)))
}
