/** What an answer was made of, by name. A change names the same things, and drops the answers that have one of them. */

/** Any answer that depends on which documents a collection has, or on a global. */
export const collectionOf = (slug: string) => `c:${slug}`
/** One document. */
export const documentOf = (slug: string, id: string) => `d:${slug}:${id}`
/** Any document of a collection, for changes that do not say which. */
export const anyDocumentOf = (slug: string) => `a:${slug}`
/** Whatever has this natural key, now or later: an article by its slug. */
export const keyOf = (slug: string, key: string) => `k:${slug}:${key}`
/** The public documents of a collection that are filed under a term: articles with a tag. */
export const filedUnder = (slug: string, term: string) => `t:${slug}:${term}`
/** The same under any term, for changes that do not say which. */
export const filedAnywhere = (slug: string) => `f:${slug}`
/** Unknown, so anything. */
export const everything = '*'

export interface Change {
  /** Slug of a collection or global; none: anything may have changed. */
  of?: string
  /** None: many, or unknown. */
  ids?: string[]
  /** Natural keys of the documents as they are now. */
  keys?: string[]
  /** What the documents are filed under, and were before; none: unknown. */
  terms?: string[]
}

/** Names of what a change touches; an answer that has any of them is stale. */
export function touchedBy({ of, ids, keys = [], terms }: Change): string[] {
  if (of === undefined) return [everything]
  const documents = ids?.map((id) => documentOf(of, id)) ?? [anyDocumentOf(of)]
  const filed = terms?.map((term) => filedUnder(of, term)) ?? [filedAnywhere(of)]
  return [collectionOf(of), ...documents, ...keys.map((key) => keyOf(of, key)), ...filed]
}
