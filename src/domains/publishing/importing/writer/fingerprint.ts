/** Tells whether a document is still as the importer left it. */
import { createHash } from 'node:crypto'
import type { LexicalNode } from '../lexical/nodes'

/** What the importer writes and a person may edit. Relations are ids, the body what readers see of it. */
export type WrittenFields = {
  title?: unknown
  slug?: unknown
  excerpt?: unknown
  cover?: unknown
  body?: unknown
  /** Of a page, in the place of a body. */
  layout?: unknown
  authors?: unknown
  categories?: unknown
  tags?: unknown
  publishedAt?: unknown
  audience?: unknown
  featured?: unknown
  _status?: unknown
}

export function fingerprintOf(fields: WrittenFields): string {
  const seen = {
    title: fields.title ?? null,
    slug: fields.slug ?? null,
    excerpt: fields.excerpt || null,
    cover: idOf(fields.cover),
    authors: idsOf(fields.authors),
    categories: idsOf(fields.categories),
    tags: idsOf(fields.tags),
    audience: fields.audience ?? 'public',
    featured: Boolean(fields.featured),
    body: visibleBody(fields.body),
    ...(fields.layout ? { layout: visibleLayout(fields.layout) } : {}),
  }
  return shortHash(JSON.stringify(seen))
}

/** 22 characters of SHA-256: far more than enough to tell two versions of one document apart. */
export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22)
}

/** JSON with sorted keys. */
export function stableJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}

function idOf(value: unknown): string | null {
  if (typeof value === 'object' && value !== null && 'id' in value) return String(value.id)
  return typeof value === 'string' ? value : null
}

function idsOf(value: unknown): (string | null)[] {
  return Array.isArray(value) ? value.map(idOf) : []
}

function visibleLayout(layout: unknown): unknown[] {
  const blocks = Array.isArray(layout) ? (layout as Record<string, unknown>[]) : []
  return blocks.map((block) => visibleFields(block))
}

/** Only what shows: the editor adds and drops technical keys when it saves. */
function visibleBody(value: unknown): unknown {
  const root = (value as { root?: LexicalNode } | null | undefined)?.root
  return root ? visibleNode(root) : null
}

function visibleNode(node: LexicalNode): unknown[] {
  const { type, text, format, tag, listType, checked, value, fields } = node
  return [
    type,
    text ?? '',
    typeof format === 'number' ? format : 0,
    tag ?? listType ?? '',
    checked ?? false,
    type === 'upload' ? idOf(value) : '',
    fields ? visibleFields(fields) : '',
    (node.children ?? []).map(visibleNode),
  ]
}

const technicalFields = new Set(['id', 'blockName', 'size', 'newTab', 'linkType', 'doc'])

function visibleFields(fields: Record<string, unknown>): unknown[] {
  return Object.entries(fields)
    .filter(
      ([key, value]) => !technicalFields.has(key) && value !== null && value !== undefined && value !== '',
    )
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => {
      if (typeof value === 'object' && value !== null && 'root' in value) return [key, visibleBody(value)]
      return [key, Array.isArray(value) ? value.map((row) => visibleRow(row)) : value]
    })
}

function visibleRow(row: unknown): unknown {
  if (typeof row !== 'object' || row === null) return row
  const { media, caption } = row as { media?: unknown; caption?: unknown }
  return [idOf(media), caption ?? '']
}
