import { type Block, type Config, type Field, type FieldHook, ValidationError } from 'payload'
import { fieldAffectsData } from 'payload/shared'
import { cleanDeep, cleanLine, cleanLines } from '@/src/platform/cleanText'

/**
 * What people and programs write is cleaned of characters that nobody sees, in every field of every collection; what is
 * no text where text stands is refused, for hooks and columns behind it expect some.
 */
export function cleanTexts(config: Config): Config {
  return {
    ...config,
    collections: config.collections?.map((each) => ({ ...each, fields: each.fields.map(cleaned) })),
    globals: config.globals?.map((each) => ({ ...each, fields: each.fields.map(cleaned) })),
  }
}

interface Cleaner {
  clean(value: never): unknown
  /** Values of another kind are refused: what stands behind us expects this one. */
  takes(value: unknown): boolean
}

const ofLine: Cleaner = { clean: (value) => cleanLine(String(value)), takes: isScalar }

const cleaners: Partial<Record<Field['type'], Cleaner>> = {
  text: ofLine,
  email: ofLine,
  textarea: { clean: (value) => cleanLines(String(value)), takes: isScalar },
  richText: { clean: cleanDeep, takes: isRichText },
}

function isScalar(value: unknown): boolean {
  return typeof value !== 'object'
}

/** Deeper than anybody writes; every reader goes down a text node by node. */
const deepest = 200

/** A tree of nodes, down to the texts within its blocks. Anything else fails wherever it is shown. */
function isRichText(value: unknown): boolean {
  const { root } = value as { root?: unknown }
  return isRecord(root) && Array.isArray(root.children) && isNode(root, deepest)
}

function isNode(node: unknown, left: number): boolean {
  if (!isRecord(node) || left === 0) return false
  // The editor itself writes null for the fields of a picture that has none yet.
  const children = node.children ?? []
  const fields = node.fields ?? (needsFields(node) ? undefined : {})
  if (!Array.isArray(children) || !isRecord(fields)) return false
  const texts = Object.values(fields).filter((each) => isRecord(each) && 'root' in each)
  return [...children, ...texts.map(rootOf)].every((each) => isNode(each, left - 1))
}

function rootOf(text: unknown): unknown {
  return (text as { root: unknown }).root
}

/** What it is stands in its fields. */
function needsFields({ type }: Record<string, unknown>): boolean {
  return type === 'block' || type === 'inlineBlock'
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function cleaned(field: Field): Field {
  if (field.type === 'tabs')
    return { ...field, tabs: field.tabs.map((tab) => ({ ...tab, fields: tab.fields.map(cleaned) })) } as Field
  if (field.type === 'blocks') return { ...field, blocks: field.blocks.map(cleanedBlock) }
  if ('fields' in field) return { ...field, fields: field.fields.map(cleaned) } as Field
  const cleaner = cleaners[field.type]
  if (!cleaner || !fieldAffectsData(field)) return field
  const beforeValidate = [cleanWith(cleaner), ...(field.hooks?.beforeValidate ?? [])]
  return { ...field, hooks: { ...field.hooks, beforeValidate } } as Field
}

function cleanedBlock(block: Block): Block {
  return { ...block, fields: block.fields.map(cleaned) }
}

function cleanWith({ clean, takes }: Cleaner): FieldHook {
  return ({ field, path, req, value }) => {
    const one = (each: unknown) => {
      if (each === undefined || each === null || each === '') return each
      if (takes(each)) return clean(each as never)
      const message = 'This is not of the right kind.'
      throw new ValidationError({ errors: [{ message, path: path.join('.') }], req }, req.t)
    }
    return Array.isArray(value) && 'hasMany' in field && field.hasMany ? value.map(one) : one(value)
  }
}
