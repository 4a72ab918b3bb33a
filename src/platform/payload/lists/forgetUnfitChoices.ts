/**
 * What the panel remembers of a list (how many, sorted by what, which columns) comes from addresses, as they are
 * typed. What nobody can have chosen is forgotten when it is read, whoever wrote it: else one bad address would spoil
 * the list for good.
 */
import type { CollectionAfterReadHook, CollectionSlug } from 'payload'
import { isSort, type List } from './isSort'
import { isListLimit } from './listLimits'

const prefix = 'collection-'

export const forgetUnfitChoices: CollectionAfterReadHook = ({ doc, req: { payload } }) => {
  const { key, value } = doc as { key?: unknown; value?: unknown }
  const slug = String(key).slice(prefix.length) as CollectionSlug
  if (key !== `${prefix}${slug}` || !payload.collections[slug] || !isRecord(value)) return doc
  const kept = Object.entries(value).filter(([name, choice]) => fits({ payload, slug }, name, choice))
  return { ...doc, value: Object.fromEntries(kept) }
}

function fits(list: List, name: string, choice: unknown): boolean {
  switch (name) {
    case 'limit':
      return isListLimit(choice)
    case 'sort':
      return isSort(list, choice)
    case 'columns':
      return Array.isArray(choice) && choice.every(isColumn)
    case 'groupBy':
      return Boolean(list.payload.collections[list.slug].config.admin.groupBy)
    case 'preset':
      // Payload would look for it in vain, and say so in the log, at every list.
      return 'payload-query-presets' in list.payload.collections
    default:
      return true
  }
}

function isColumn(column: unknown): boolean {
  return isRecord(column) && typeof column.accessor === 'string'
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
