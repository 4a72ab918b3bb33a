import type { Block, Config, Field, FieldHook } from 'payload'
import { fieldAffectsData } from 'payload/shared'
import { cleanDeep, cleanLine, cleanLines } from '@/src/platform/cleanText'

/** What people and programs write is cleaned of characters that nobody sees, in every field of every collection. */
export function cleanTexts(config: Config): Config {
  return {
    ...config,
    collections: config.collections?.map((each) => ({ ...each, fields: each.fields.map(cleaned) })),
    globals: config.globals?.map((each) => ({ ...each, fields: each.fields.map(cleaned) })),
  }
}

const cleaners: Partial<Record<Field['type'], (value: never) => unknown>> = {
  text: cleanLine,
  email: cleanLine,
  textarea: cleanLines,
  richText: cleanDeep,
}

function cleaned(field: Field): Field {
  if (field.type === 'tabs')
    return { ...field, tabs: field.tabs.map((tab) => ({ ...tab, fields: tab.fields.map(cleaned) })) } as Field
  if (field.type === 'blocks') return { ...field, blocks: field.blocks.map(cleanedBlock) }
  if ('fields' in field) return { ...field, fields: field.fields.map(cleaned) } as Field
  const clean = cleaners[field.type]
  if (!clean || !fieldAffectsData(field)) return field
  const beforeValidate = [cleanWith(clean), ...(field.hooks?.beforeValidate ?? [])]
  return { ...field, hooks: { ...field.hooks, beforeValidate } } as Field
}

function cleanedBlock(block: Block): Block {
  return { ...block, fields: block.fields.map(cleaned) }
}

function cleanWith(clean: (value: never) => unknown): FieldHook {
  const one = (value: unknown) =>
    value && /string|object/.test(typeof value) ? clean(value as never) : value
  return ({ field, value }) =>
    Array.isArray(value) && 'hasMany' in field && field.hasMany ? value.map(one) : one(value)
}
