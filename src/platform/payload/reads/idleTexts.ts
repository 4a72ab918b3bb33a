/** Which rich texts of a document stay as they are after a read, whoever asks and however deep. */
import type { LexicalRichTextAdapter } from '@payloadcms/richtext-lexical'
import type { Field, SanitizedCollectionConfig } from 'payload'
import { isIdle, isPlain } from './leanReads'

type Features = LexicalRichTextAdapter['editorConfig']['features']
type TextField = Extract<Field, { type: 'richText' }>
interface Node {
  type: string
  version: number
  fields?: object
  children?: unknown[]
}

const isWhole = { isWhole: true }

/** Their fields by name: those of the document's own, not of its groups and lists. */
export function idleTextsOf(
  { flattenedFields, hooks }: SanitizedCollectionConfig,
  document: Record<string, unknown>,
): string[] {
  // A hook may do anything to the document.
  if (hooks.beforeRead.length > 0 || hooks.afterRead.length > 0) return []
  return flattenedFields.flatMap((field) => {
    // Who may not read the field does not get it, in whichever form.
    const mayBeIdle = field.type === 'richText' && isIdle({ ...field, access: undefined }, isWhole)
    return mayBeIdle && document[field.name] && isIdleText(field, document[field.name]) ? [field.name] : []
  })
}

function isIdleText({ editor }: TextField, value: unknown): boolean {
  // Of another editor’s ways nothing is known here.
  if (!editor || !('editorConfig' in editor)) return false
  const { features } = (editor as LexicalRichTextAdapter).editorConfig
  return !features.hooks.afterRead?.length && isIdleNode((value as { root?: unknown }).root, features)
}

function isIdleNode(node: unknown, features: Features): boolean {
  if (!isNode(node) || features.nodeHooks?.afterRead?.has(node.type)) return false
  const fieldsOf = features.getSubFields?.get(node.type)
  if (fieldsOf && !node.fields) return false
  // Of the nodes without hooks none asks whose request it is.
  const asked = { node, req: undefined as never }
  const data = features.getSubFieldsData?.get(node.type)?.(asked) ?? {}
  const isIdleItself = (fieldsOf?.(asked) ?? []).every((field) => isIdleWith(data, field))
  return isIdleItself && (node.children ?? []).every((child) => isIdleNode(child, features))
}

/** What is stored in another form is the editor’s affair. */
function isNode(value: unknown): value is Node {
  if (typeof value !== 'object' || value === null) return false
  const { children = [], fields = {} } = value as { children?: unknown; fields?: unknown }
  return Array.isArray(children) && typeof fields === 'object' && fields !== null
}

function isIdleWith(data: Record<string, unknown>, field: Field): boolean {
  if (field.type === 'ui') return true
  if (field.type === 'row' || field.type === 'collapsible')
    return field.fields.every((each) => isIdleWith(data, each))
  if (!('name' in field) || !isIdle(field, isWhole)) return false
  const value = data[field.name]
  const { defaultValue } = field as { defaultValue?: unknown }
  if (value === undefined || value === null)
    return defaultValue === undefined && (isPlain(field) || mayBeNothing.has(field.type))
  return isPlain(field) || (field.type === 'richText' && isIdleText(field, value))
}

/** Nothing to populate, nothing to look through. */
const mayBeNothing = new Set<Field['type']>(['relationship', 'upload', 'richText'])
