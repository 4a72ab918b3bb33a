/** Front matter of our export as fields of a document: names become ids again, and Markdown rich text. */
import { z } from 'zod'
import { exportedFields, type Fields } from '../../exporting/archiveFormat'
import type { DocumentKind, Places } from '../../exporting/markdown/Places'
import * as make from '../lexical/nodes'
import { DocumentError } from '../neutral'
import { readOwnMarkdown } from './readOwnMarkdown'

export type Identity = { kind: DocumentKind; id: string; draftOf?: string }

const Matter = z.looseObject({
  id: z.uuid().optional(),
  draftOf: z.uuid().optional(),
  kind: z.enum(['article', 'page']).optional(),
  createdAt: z.iso.datetime().optional(),
  owner: z.email().optional(),
})

/** @throws DocumentError MALFORMED_FRONT_MATTER */
export function identityOf(data: Fields, file: string, idFrom: (name: string) => string): Identity {
  const { id, draftOf, kind } = parsed(data)
  const isPage = kind ? kind === 'page' : /^(?:drafts\/)?pages\//.test(file)
  return { kind: isPage ? 'pages' : 'content', id: id ?? idFrom(file), ...(draftOf ? { draftOf } : {}) }
}

type Reading = { kind: DocumentKind; file: string; places: Places; ids: ReadonlyMap<string, string> }

/** @throws DocumentError */
export function recordFromMatter(data: Fields, content: string, reading: Reading) {
  const { createdAt, owner } = parsed(data)
  const { status, ...rest } = data
  const fields: Fields = { _status: status === 'published' ? 'published' : 'draft' }
  for (const name of exportedFields[reading.kind])
    if (rest[name] !== undefined && rest[name] !== null) fields[name] = read(name, rest[name], reading)
  fields.locale ??= 'en'
  if (reading.kind === 'content') {
    fields.audience ??= 'public'
    if (content.trim() !== '') fields.body = richText(content, reading)
  }
  return { fields, createdAt, owner }
}

function parsed(data: Fields) {
  const { data: found, error } = Matter.safeParse(data)
  if (found) return found
  throw new DocumentError(
    'MALFORMED_FRONT_MATTER',
    z.prettifyError(error).split('\n')[0] ?? 'It is malformed.',
  )
}

const kindsOfNames = { authors: 'profiles', categories: 'categories', tags: 'tags' } as const

function read(name: string, value: unknown, reading: Reading): unknown {
  if (name in kindsOfNames && Array.isArray(value)) {
    const kind = kindsOfNames[name as keyof typeof kindsOfNames]
    return value.map((word) => reading.ids.get(`${kind} ${String(word)}`) ?? String(word))
  }
  if ((name === 'cover' || name === 'image') && typeof value === 'string') return mediaAt(value, reading)
  if (name === 'layout' && Array.isArray(value)) return value.map((block) => readBlock(block, reading))
  if (isFields(value) && name === 'seo') return readEach(value, reading)
  return value instanceof Date ? value.toISOString() : value
}

function readBlock(block: unknown, reading: Reading): unknown {
  if (!isFields(block)) return block
  if (block.blockType === 'richText' && typeof block.content === 'string')
    return { ...block, content: richText(block.content, reading) }
  const items = Array.isArray(block.items)
    ? { items: block.items.map((item) => (isFields(item) ? readEach(item, reading) : item)) }
    : {}
  return { ...readEach(block, reading), ...items }
}

function readEach(fields: Fields, reading: Reading): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [
      key,
      key === 'image' && typeof value === 'string' ? mediaAt(value, reading) : value,
    ]),
  )
}

function mediaAt(value: string, { places, file }: Reading): string {
  return places.mediaAt(value, file) ?? value
}

function richText(markdown: string, { places, file }: Reading) {
  return make.body(readOwnMarkdown(markdown, places, file))
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)
}
