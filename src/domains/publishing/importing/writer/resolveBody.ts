/** Gives every link and picture of a body its final address. Pictures stay pending until the document is written. */

import {
  isInline,
  type LexicalBody,
  type LexicalNode,
  link,
  type PendingUpload,
  paragraph,
  text,
  visitNodes,
} from '../lexical/nodes'
import { DocumentError, type ImportIssue, type NeutralDocument, type NeutralImage } from '../neutral'
import type { AddressBook } from './addressBook'
import type { MediaStore } from './mediaStore'

export type LinkCounts = { found: number; rewritten: number; toOriginalSite: number; broken: number }

/** A file that the document uses, with its place in the body. `digest` stands for it in the document's hash. */
export type PendingFile = {
  file: string
  alt: string
  digest: string
  put: (media: { id: string; url: string }) => void
  drop: () => void
}

export type ResolvedBody = {
  body: LexicalBody
  files: PendingFile[]
  cover?: { file: string; alt: string; digest: string }
  /** Shown where the document is shared. */
  seoImage?: { file: string; alt: string; digest: string }
  /** Documents of the source that it links to. */
  linked: Set<string>
  links: LinkCounts
  issues: ImportIssue[]
}

type Resolution = { document: NeutralDocument; book: AddressBook; media: MediaStore; result: ResolvedBody }

export async function resolveBody(
  document: NeutralDocument,
  book: AddressBook,
  media: MediaStore,
): Promise<ResolvedBody> {
  const links = { found: 0, rewritten: 0, toOriginalSite: 0, broken: 0 }
  const result: ResolvedBody = { body: document.body, files: [], linked: new Set(), links, issues: [] }
  const state = { document, book, media, result }
  const found: LexicalNode[] = []
  visitNodes(document.body.root, (node) => {
    if (node.type === 'link' || node.fields?.blockType === 'embed') found.push(node)
  })
  for (const node of found) await resolveLink(node, state)
  await resolveUploads(document.body.root, state)
  if (document.cover) result.cover = await resolveCover(document.cover, state)
  if (document.seo.image) result.seoImage = await resolveCover(document.seo.image, state)
  return result
}

async function resolveLink(node: LexicalNode, { document, book, media, result }: Resolution): Promise<void> {
  const fields = node.fields ?? {}
  const address = String(fields.url ?? '')
  result.links.found += 1
  const resolved = book.resolve(address, document)
  switch (resolved.kind) {
    case 'document':
      result.links.rewritten += 1
      result.linked.add(resolved.destination.metadata.sourceId)
      fields.url = resolved.url
      return
    case 'original':
      result.links.toOriginalSite += 1
      fields.url = resolved.url
      return
    case 'broken':
      result.links.broken += 1
      fields.url = resolved.url
      warn(result, document, 'LINK_WITHOUT_TARGET', `${address} is not in the folder.`)
      return
    case 'file':
      await resolveDownload(fields, address, resolved.file, { document, book, media, result })
      return
    case 'outside':
      fields.url = resolved.url
      return
    default:
      resolved satisfies never
  }
}

const storable = /\.(?:png|jpe?g|gif|webp|avif|svg|pdf|mp4|webm)$/i

async function resolveDownload(
  fields: Record<string, unknown>,
  address: string,
  file: string,
  state: Resolution,
): Promise<void> {
  const { document, book, media, result } = state
  const fallback = book.originalAddress(address, document)
  const leave = () => {
    fields.url = fallback ?? address
    result.links[fallback ? 'toOriginalSite' : 'broken'] += 1
    if (!fallback) warn(result, document, 'FILE_NOT_IMPORTED', `${file} is of a kind that is not stored.`)
  }
  if (!storable.test(file)) return leave()
  const digest = await media.files.digest(file).catch(() => undefined)
  if (!digest) return leave()
  result.links.rewritten += 1
  fields.url = `file:${digest}`
  result.files.push({ file, alt: '', digest, put: ({ url }) => Object.assign(fields, { url }), drop: leave })
}

/** Pending uploads and galleries, wherever they stand; what has no file becomes a link. */
async function resolveUploads(parent: LexicalNode, state: Resolution): Promise<void> {
  for (const child of [...(parent.children ?? [])]) {
    if (child.type === 'upload') await resolveUpload(child, parent, state)
    else if (child.fields?.blockType === 'gallery') await resolveGallery(child, parent, state)
    else await resolveUploads(child, state)
  }
}

async function resolveUpload(node: LexicalNode, parent: LexicalNode, state: Resolution): Promise<void> {
  const { src, alt } = node.value as PendingUpload
  const replace = () => replaceByLink(node, parent, src, alt, state)
  const found = await findPicture(src, state)
  if (!found) return replace()
  node.value = `file:${found.digest}`
  state.result.files.push({
    ...found,
    alt,
    put: ({ id }) => Object.assign(node, { value: id }),
    drop: replace,
  })
}

/** Pictures that cannot be had leave the gallery and become links below it; a gallery without any is none. */
async function resolveGallery(node: LexicalNode, parent: LexicalNode, state: Resolution): Promise<void> {
  const fields = node.fields as { images: { id?: unknown; media: unknown; caption?: unknown }[] }
  for (const image of [...fields.images]) {
    const { src, alt } = image.media as PendingUpload
    const drop = () => {
      fields.images = fields.images.filter((each) => each !== image)
      const siblings = parent.children ?? []
      const below = paragraph(linkTo(src, { id: String(image.id), alt, caption: image.caption }, state))
      siblings.splice(siblings.indexOf(node) + 1, 0, below)
      if (fields.images.length === 0) siblings.splice(siblings.indexOf(node), 1)
    }
    const found = await findPicture(src, state)
    if (!found) drop()
    else {
      image.media = `file:${found.digest}`
      state.result.files.push({ ...found, alt, put: ({ id }) => Object.assign(image, { media: id }), drop })
    }
  }
}

async function resolveCover({ src, alt }: NeutralImage, state: Resolution) {
  const found = await findPicture(src, state, 'COVER_NOT_IMPORTED')
  return found ? { ...found, alt } : undefined
}

async function findPicture(src: string, { document, media, result }: Resolution, code = 'IMAGE_MISSING') {
  const file = media.files.find(src, document)
  if (!file) {
    const isRemote = /^(?:https?:)?\/\//i.test(src)
    warn(
      result,
      document,
      isRemote ? 'IMAGE_ON_ANOTHER_SERVER' : code,
      `${src.slice(0, 200)} is not in the folder${isRemote ? '' : ': a link stands for it'}.`,
    )
    return undefined
  }
  try {
    return { file, digest: await media.files.digest(file) }
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error
    warn(result, document, error.code, error.message)
    return undefined
  }
}

function replaceByLink(
  node: LexicalNode,
  parent: LexicalNode,
  src: string,
  alt: string,
  state: Resolution,
): void {
  const content = linkTo(src, { id: String(node.id), alt, caption: node.fields?.caption }, state)
  const siblings = parent.children ?? []
  const isAmongWords = parent.type === 'listitem' || siblings.some(isInline)
  const at = siblings.indexOf(node)
  if (at >= 0) siblings.splice(at, 1, ...(isAmongWords ? content : [paragraph(content)]))
}

type Words = { id: string; alt: string; caption: unknown }

/** What stands for a picture that is not here: a link where its address is known, else its words. */
function linkTo(
  src: string,
  { id, alt, caption }: Words,
  { document, book, result }: Resolution,
): LexicalNode[] {
  const url = book.originalAddress(src, document) ?? (/^https?:\/\//i.test(src) ? src : undefined)
  if (url) result.links.toOriginalSite += 1
  const words = alt || src
  const after = caption ? [text(` ${String(caption)}`)] : []
  return url ? [link(id, url, [text(words)]), ...after] : [text(words), ...after]
}

function warn(result: ResolvedBody, document: NeutralDocument, code: string, message: string): void {
  if (!result.issues.some((issue) => issue.code === code && issue.message === message)) {
    result.issues.push({ code, severity: 'warning', file: document.file, message })
  }
}
