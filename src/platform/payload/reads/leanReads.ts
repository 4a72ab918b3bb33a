/**
 * A collection without the fields at which Payload does nothing after a read: a plain value that has no hook, no rule
 * and is not hidden. Each costs a promise for every document otherwise. Holes stay where fields were, for hooks are
 * told their place.
 */
import type { Collection, CollectionConfig, Field, Plugin } from 'payload'
import { lightenLoader } from './lightenLoader'

/** Last of all plugins: swaps the collection of a read for its lean self, in every API. */
export const leanReads: Plugin = (config) => ({
  ...config,
  collections: config.collections?.map((collection) => ({
    ...collection,
    hooks: { ...collection.hooks, beforeOperation: [...(collection.hooks?.beforeOperation ?? []), swap] },
  })),
})

type BeforeOperation = NonNullable<NonNullable<CollectionConfig['hooks']>['beforeOperation']>[number]

const swap: BeforeOperation = ({ args, operation, req }) => {
  if (operation !== 'read' || !('collection' in args)) return args
  lightenLoader(req)
  return { ...args, collection: leanCollection(args.collection as Collection) }
}

const leanOnes = new WeakMap<object, Collection>()

export function leanCollection(collection: Collection): Collection {
  const known = leanOnes.get(collection)
  if (known) return known
  const { config } = collection
  const lean = { ...collection, config: { ...config, fields: leanFields(config.fields) } }
  leanOnes.set(collection, lean)
  leanOnes.set(lean, lean)
  return lean
}

export function leanFields(fields: Field[]): Field[] {
  const lean: Field[] = new Array(fields.length)
  for (const [index, field] of fields.entries()) {
    const kept = leanField(field)
    if (kept) lean[index] = kept
  }
  return lean
}

function leanField(field: Field): Field | undefined {
  switch (field.type) {
    case 'ui':
      return undefined
    case 'text':
    case 'number':
    case 'select':
    case 'textarea':
    case 'email':
    case 'date':
    case 'checkbox':
    case 'code':
    case 'json':
    case 'radio':
      return isIdle(field) ? undefined : field
    case 'group':
      return { ...field, fields: leanFields(field.fields) }
    case 'row':
    case 'collapsible':
      return { ...field, fields: leanFields(field.fields) }
    case 'tabs':
      return { ...field, tabs: field.tabs.map((tab) => ({ ...tab, fields: leanFields(tab.fields) })) }
    default:
      return field
  }
}

function isIdle(field: Field): boolean {
  const { hidden, hooks, access, virtual, localized, hasMany } = field as {
    hidden?: boolean
    hooks?: { afterRead?: unknown[] }
    access?: { read?: unknown }
    virtual?: unknown
    localized?: boolean
    hasMany?: boolean
  }
  // A column is never undefined, so that no default is asked for; several values are rows of another table.
  return !hidden && !hooks?.afterRead?.length && !access?.read && !virtual && !localized && !hasMany
}
