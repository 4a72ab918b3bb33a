/**
 * A collection without the fields at which Payload does nothing after a read: a plain value that has no hook, no rule
 * and is not hidden, and without what is there for the panel's looks alone. Each costs a promise for every document
 * otherwise. Holes stay where fields were, for hooks are told their place.
 */
import type { Collection, CollectionConfig, Field, Plugin } from 'payload'
import { WrittenText } from '@/src/platform/WrittenText'
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
  const { collection, select, data } = args as { collection: Collection; select?: object; data?: object }
  // Nothing is read: the panel’s preview sends what it has, and Payload fills in the rest.
  if (data) return args
  return { ...args, collection: leanCollection(collection, { isWhole: select === undefined }) }
}

const plainTypes = new Set<Field['type']>([
  'text',
  'number',
  'select',
  'textarea',
  'email',
  'date',
  'checkbox',
  'code',
  'json',
  'radio',
])

interface Reading {
  /** All fields are read, so that nothing has to be filled in or taken away. */
  isWhole: boolean
}

const leanOnes = { whole: new WeakMap<object, Collection>(), selected: new WeakMap<object, Collection>() }

export function leanCollection(collection: Collection, reading: Reading): Collection {
  const lean = reading.isWhole ? leanOnes.whole : leanOnes.selected
  const known = lean.get(collection)
  if (known) return known
  const { config } = collection
  const made = { ...collection, config: { ...config, fields: leanFields(config.fields, reading) } }
  lean.set(collection, made)
  lean.set(made, made)
  return made
}

function leanFields(fields: Field[], reading: Reading): Field[] {
  const lean: Field[] = new Array(fields.length)
  for (const [index, field] of fields.entries()) {
    const within = fieldsWithin(field)
    if (within && !within.some(hasHooks)) lean.push(...present(leanFields(within, reading)))
    else {
      const kept = leanField(field, reading)
      if (kept) lean[index] = kept
    }
  }
  return lean
}

function leanField(field: Field, reading: Reading): Field | undefined {
  if (isPlain(field)) return isIdle(field, reading) ? undefined : field
  switch (field.type) {
    case 'ui':
      return undefined
    case 'richText':
      return leanText(field)
    case 'group': {
      const fields = leanFields(field.fields, reading)
      return reading.isWhole && isIdle(field, reading) && present(fields).length === 0
        ? undefined
        : { ...field, fields }
    }
    case 'row':
    case 'collapsible':
      return { ...field, fields: leanFields(field.fields, reading) }
    case 'tabs':
      return {
        ...field,
        tabs: field.tabs.map((tab) => ({ ...tab, fields: leanFields(tab.fields, reading) })),
      }
    default:
      return field
  }
}

/** An idle text is not looked through. */
function leanText(field: Extract<Field, { type: 'richText' }>): Field {
  const { editor } = field
  if (!editor || !('hooks' in editor) || !editor.hooks?.afterRead) return field
  const unlessWritten = editor.hooks.afterRead.map(
    (hook): typeof hook =>
      (args) =>
        args.value instanceof WrittenText ? undefined : hook(args),
  )
  return { ...field, editor: { ...editor, hooks: { ...editor.hooks, afterRead: unlessWritten } } as never }
}

/** What stands in an element that is there for the panel's looks alone. */
function fieldsWithin(field: Field): Field[] | undefined {
  if (field.type === 'row' || field.type === 'collapsible') return field.fields
  if (field.type !== 'tabs' || field.tabs.some((tab) => 'name' in tab && tab.name)) return undefined
  return field.tabs.flatMap(({ fields }) => fields)
}

function hasHooks(field: Field): boolean {
  const { hooks } = field as { hooks?: { afterRead?: unknown[] } }
  const within =
    'fields' in field ? field.fields : 'tabs' in field ? field.tabs.flatMap(({ fields }) => fields) : []
  return Boolean(hooks?.afterRead?.length) || within.some(hasHooks)
}

function present(fields: Field[]): Field[] {
  return fields.filter(Boolean)
}

/** Its value is nothing but itself. */
export function isPlain({ type }: Field): boolean {
  return plainTypes.has(type)
}

export function isIdle(field: Field, { isWhole }: Reading): boolean {
  const { hidden, hooks, access, virtual, localized, hasMany, defaultValue } = field as {
    hidden?: boolean
    hooks?: { afterRead?: unknown[] }
    access?: { read?: unknown }
    virtual?: unknown
    localized?: boolean
    hasMany?: boolean
    defaultValue?: unknown
  }
  // A column is never undefined, so that no default is asked for. Several values are rows of another table, which may be
  // none, and are read where they were not asked for.
  const mayBeMissing = hasMany && (defaultValue !== undefined || !isWhole)
  return !hidden && !hooks?.afterRead?.length && !access?.read && !virtual && !localized && !mayBeMissing
}
