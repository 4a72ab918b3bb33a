/** Gives the references of a record the ids that they have here; what is missing is left out and told. */
import type { ArchiveRecord, CollectionKind, Fields } from '../../exporting/archiveFormat'
import { isRichText } from '../../exporting/recordOf'
import { type LexicalNode, visitNodes } from '../lexical/nodes'
import { safeAddress } from '../lexical/safeAddress'
import { isNode } from './isNode'
import type { KnownRecords } from './KnownRecords'

/** What the fields of each name point at, wherever they stand. A test holds this to the collections. */
export const referenceFields: Record<string, CollectionKind> = {
  cover: 'media',
  image: 'media',
  logo: 'media',
  logoAtNight: 'media',
  icon: 'media',
  avatar: 'media',
  media: 'media',
  authors: 'profiles',
  parent: 'categories',
  tags: 'tags',
  categories: 'categories',
  content: 'content',
  page: 'pages',
}

export type Mapped = { fields: Fields; missing: string[]; refused: string[] }

type Mapping = { known: KnownRecords; kind: ArchiveRecord['kind']; missing: string[]; refused: string[] }

export async function mapReferences(
  kind: ArchiveRecord['kind'],
  fields: Fields,
  known: KnownRecords,
): Promise<Mapped> {
  const mapping: Mapping = { known, kind, missing: [], refused: [] }
  return { fields: await mapFields(fields, mapping), missing: mapping.missing, refused: mapping.refused }
}

async function mapFields(fields: Fields, mapping: Mapping): Promise<Fields> {
  const mapped: Fields = {}
  for (const [key, value] of Object.entries(fields)) {
    const own = await mapValue(key, value, mapping)
    if (own !== undefined) mapped[key] = own
  }
  return mapped
}

async function mapValue(key: string, value: unknown, mapping: Mapping): Promise<unknown> {
  const target = key === 'translationOf' ? (mapping.kind as CollectionKind) : referenceFields[key]
  if (isRichText(value)) return mapRichText(value, mapping)
  if (target && typeof value === 'string') return (await mapId(target, value, mapping)) ?? undefined
  if (target && Array.isArray(value)) {
    const ids = await Promise.all(value.map((id) => mapId(target, id, mapping)))
    return ids.filter((id) => id !== null)
  }
  if (Array.isArray(value))
    return Promise.all(value.map((row) => (isFields(row) ? mapFields(row, mapping) : row)))
  return isFields(value) ? mapFields(value, mapping) : value
}

async function mapId(kind: CollectionKind, id: unknown, { known, missing }: Mapping): Promise<string | null> {
  const own = await known.idOf(kind, id)
  if (!own) missing.push(`${kind} ${String(id)}`)
  return own
}

async function mapRichText(value: { root: Fields }, mapping: Mapping): Promise<unknown> {
  const copy = structuredClone(value) as unknown as { root: LexicalNode }
  if (!isNode(copy.root)) {
    mapping.refused.push('a rich text that is none of the editor')
    return undefined
  }
  await mapChildren(copy.root, mapping)
  visitNodes(copy.root, (node) => refuseUnsafe(node, mapping))
  return copy
}

async function mapChildren(parent: LexicalNode, mapping: Mapping): Promise<void> {
  const kept: LexicalNode[] = []
  for (const child of parent.children ?? []) {
    if (child.type === 'upload') child.value = await mapId('media', child.value, mapping)
    if (child.fields?.blockType === 'gallery') await mapGallery(child.fields, mapping)
    await mapChildren(child, mapping)
    if (child.type !== 'upload' || child.value !== null) kept.push(child)
  }
  if (!parent.children) return
  // An item or a paragraph among words stays what it is without its picture.
  parent.children = kept.length === 0 && parent.type === 'root' ? [] : kept
}

async function mapGallery(fields: Fields, mapping: Mapping): Promise<void> {
  const images = Array.isArray(fields.images) ? (fields.images as { media?: unknown }[]) : []
  for (const image of images) image.media = await mapId('media', image.media, mapping)
  fields.images = images.filter(({ media }) => media !== null)
}

function refuseUnsafe(node: LexicalNode, { refused }: Mapping): void {
  const { url } = node.fields ?? {}
  if (!['link', 'autolink'].includes(node.type) || typeof url !== 'string' || safeAddress(url)) return
  if (node.fields?.linkType === 'internal' && url === '') return
  refused.push(`a link to “${url.slice(0, 60)}”`)
  node.fields = { ...node.fields, url: '#' }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
