import type { CollectionSlug, Payload } from 'payload'
import * as qs from 'qs-esm'
import type { List } from '@/src/platform/payload/lists/isSort'
import { unfitParameters } from '@/src/platform/payload/lists/unfitParameters'

interface Asked {
  /** What stands behind the panel's own path. */
  segments?: string[]
  searchParams: Record<string, string | string[] | undefined>
}

/** The address of a list without what nobody can follow; undefined where all can be, and for what is no list. */
export function fitListAddress(payload: Payload, { segments = [], searchParams }: Asked): string | undefined {
  const list = listAt(payload, segments)
  if (!list) return undefined
  const query = parse(qs.stringify(searchParams))
  const unfit = new Set(unfitParameters(list, query))
  if (unfit.size === 0) return undefined
  const path = [payload.config.routes.admin, ...segments].join('/')
  const kept = qs.stringify(Object.fromEntries(Object.entries(query).filter(([name]) => !unfit.has(name))))
  // What is read otherwise when it is written anew would be led on for ever.
  const isFit = kept !== '' && unfitParameters(list, parse(kept)).length === 0
  return isFit ? `${path}?${kept}` : path
}

/** `collections/content`, `collections/content/trash`. */
function listAt(payload: Payload, [kind, slug = '', part, ...rest]: string[]): List | undefined {
  const isList = kind === 'collections' && (part ?? 'trash') === 'trash' && rest.length === 0
  return isList && Object.hasOwn(payload.collections, slug)
    ? { payload, slug: slug as CollectionSlug }
    : undefined
}

/** As Payload reads it. */
function parse(search: string): Record<string, unknown> {
  return qs.parse(search, { depth: 10 })
}
