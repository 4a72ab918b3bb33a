import type { CollectionSlug, PayloadRequest } from 'payload'
import { queryPath } from '../queryPath'

/** A list of the panel. */
export interface List extends Pick<PayloadRequest, 'payload'> {
  slug: CollectionSlug
}

/** Whether the panel can sort a list by it: paths of the collection's own fields that are not hidden. */
export function isSort(list: List, sort: unknown): boolean {
  const parts: unknown[] = Array.isArray(sort) ? sort : [sort]
  return parts.every((part) => typeof part === 'string' && part.split(',').every((path) => isOwn(list, path)))
}

function isOwn(list: List, sort: string): boolean {
  const path = sort.replace(/^-/, '')
  if (path === 'id') return true
  const { through, end } = queryPath(list, list.slug, path)
  return through.length === 0 && end !== undefined && !('hidden' in end && end.hidden)
}
