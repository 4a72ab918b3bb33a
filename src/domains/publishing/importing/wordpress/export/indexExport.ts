/** First pass over an export: what is in it and where, without keeping any text. */
import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { ImportIssue, NeutralMetadata, NeutralTerm } from '../../neutral'
import { type Cut, cutItems, maxItemBytes } from '../xml/cutItems'
import { decodeXml } from '../xml/decodeXml'
import { type Attachment, attachmentOf } from './attachmentOf'
import { documentOf } from './documentOf'
import { plainText } from './plainText'
import { authorNamed, type ExportHead, readHead, termSlug } from './readHead'
import { readItem, type WxrItem } from './readItem'
import { Tally } from './Tally'

/** Where the text of a document stands. */
export type Place = { path: string; start: number; end: number; rawHash: string; declared?: string }

export type ExportIndex = {
  head: ExportHead
  documents: NeutralMetadata[]
  places: Map<string, Place>
  attachments: Map<string, Attachment>
  /** Reusable blocks, by id. */
  blocks: Record<string, string>
  issues: ImportIssue[]
}

export type IndexOptions = {
  /** Types of items that become articles beside posts. */
  types: ReadonlySet<string>
  siteUrl?: string
}

export async function indexExport(paths: string[], options: IndexOptions): Promise<ExportIndex> {
  const indexer = new Indexer(options)
  for (const path of paths) await indexer.read(path)
  return indexer.finish()
}

class Indexer {
  private head?: ExportHead
  private readonly documents: { metadata: NeutralMetadata; thumbnail?: string }[] = []
  private readonly places = new Map<string, Place>()
  private readonly attachments = new Map<string, Attachment>()
  private readonly blocks: Record<string, string> = {}
  private readonly issues: ImportIssue[] = []
  private readonly terms = new Map<string, NeutralTerm>()
  private readonly tally = new Tally()
  private declared?: string

  constructor(private readonly options: IndexOptions) {}

  async read(path: string): Promise<void> {
    const cuts = cutItems(path)
    for (;;) {
      const { value, done } = await cuts.next()
      if (done) {
        if (!value.isComplete && this.head)
          this.warn('FILE_TRUNCATED', basename(path), 'The file ends before the export does.')
        return
      }
      this.take(path, value)
    }
  }

  finish(): ExportIndex {
    const head = this.head ?? {
      title: '',
      authors: new Map(),
      terms: [],
      otherTerms: new Map<string, number>(),
    }
    for (const [name, count] of head.otherTerms) this.tally.add('taxonomy', name, count)
    const documents = this.documents.map(({ metadata, thumbnail }) => {
      const picture = thumbnail ? this.attachments.get(thumbnail) : undefined
      if (thumbnail && !picture && !metadata.cover)
        this.warn(
          'COVER_NOT_IMPORTED',
          metadata.file,
          `Its featured picture ${thumbnail} is not in the export.`,
        )
      return picture ? { ...metadata, cover: { src: picture.url, alt: picture.alt } } : metadata
    })
    return {
      head: { ...head, terms: [...this.terms.values()] },
      documents,
      places: this.places,
      attachments: this.attachments,
      blocks: this.blocks,
      issues: [...this.issues, ...this.tally.issues()],
    }
  }

  private take(path: string, cut: Cut): void {
    if (cut.kind === 'head') this.takeHead(path, cut)
    else {
      const item = this.itemOf(cut, `${basename(path)}, byte ${cut.start}`)
      if (item) this.takeItem(item, { path, cut })
    }
  }

  private itemOf(cut: Cut, place: string): WxrItem | undefined {
    if (cut.bytes.length === 0) {
      this.fail('DOCUMENT_TOO_LARGE', place, `An item of more than ${maxItemBytes / 1024 / 1024} MB.`)
      return undefined
    }
    const { text, warnings } = decodeXml(cut.bytes, this.declared)
    const item = readItem(text)
    const name = item ? nameOf(item) : place
    if (cut.isTruncated) this.fail('ITEM_TRUNCATED', name, 'It breaks off before its end.')
    else if (!item) this.fail('ITEM_UNREADABLE', place, 'It is no item that can be read.')
    if (cut.isTruncated || !item) return undefined
    for (const { code, message } of warnings) this.warn(code, name, message)
    return item
  }

  private takeHead(path: string, { bytes }: Cut): void {
    this.declared = /^[^>]*encoding=["']([\w-]+)["']/.exec(bytes.toString('latin1', 0, 200))?.[1]
    const { text, warnings } = decodeXml(bytes, this.declared)
    for (const { code, message } of warnings) this.warn(code, basename(path), message)
    const head = readHead(text)
    if (!head) return
    for (const term of head.terms) this.terms.set(`${term.kind} ${term.slug}`, term)
    // Large sites are exported in several files, each with the same head.
    if (this.head) for (const [login, author] of head.authors) this.head.authors.set(login, author)
    else this.head = { ...head, url: this.options.siteUrl ?? head.url }
  }

  private takeItem(item: WxrItem, source: ItemSource): void {
    const { type, status, id, comments } = item
    if (type === 'attachment') {
      const attachment = detached(attachmentOf(item) ?? null)
      if (attachment) this.attachments.set(attachment.id, attachment)
      if (comments.length > 0) this.tally.add('comments of files', type, comments.length)
    } else if (type === 'wp_block') this.blocks[id] = item.content
    else if (type !== 'post' && type !== 'page' && !this.options.types.has(type)) this.tally.add('type', type)
    else if (['trash', 'auto-draft', 'inherit'].includes(status)) this.tally.add('status', status)
    else this.takeDocument(item, source)
  }

  private takeDocument(item: WxrItem, { path, cut }: ItemSource): void {
    const { title = '', url } = this.head ?? {}
    const name = nameOf(item)
    const { metadata, thumbnail, warnings, customFields } = documentOf(item, {
      name,
      site: { title, url },
      author: this.authorOf(item.creator),
      term: (taxonomy, slug, label) => this.termOf(taxonomy, slug, label),
    })
    const { sourceId } = metadata
    if (this.places.has(sourceId)) {
      this.warn('DUPLICATE_ITEM', name, 'It is in the export twice: the first one counts.')
      return
    }
    for (const { code, message } of warnings) this.warn(code, name, message)
    for (const key of customFields) this.tally.add('custom field', key)
    const own = detached({ metadata, thumbnail })
    this.documents.push(own)
    const rawHash = createHash('sha256').update(cut.bytes).digest('base64url').slice(0, 22)
    const { start, end } = cut
    this.places.set(own.metadata.sourceId, { path, start, end, rawHash, declared: this.declared })
  }

  private authorOf(login: string) {
    if (!login) return undefined
    const known = this.head?.authors.get(login)
    if (known) return known
    const base = this.head?.url ? new URL(this.head.url).pathname.replace(/\/+$/, '') : ''
    const author = authorNamed(login, login, base)
    this.head?.authors.set(login, author)
    return author
  }

  /** The slug under which a term is known; terms that the head does not declare are declared by their first use. */
  private termOf(taxonomy: string, slug: string, label: string): string | undefined {
    const kind = taxonomy === 'category' ? 'category' : taxonomy === 'post_tag' ? 'tag' : undefined
    if (!kind) {
      this.tally.add('taxonomy', taxonomy)
      return undefined
    }
    const name = plainText(label)
    const own = termSlug(slug, name)
    const key = `${kind} ${own}`
    if (!this.terms.has(key)) this.terms.set(key, { kind, name: name || own, slug: own })
    return own
  }

  private warn(code: string, file: string, message: string): void {
    this.issues.push({ code, severity: 'warning', file, message })
  }

  private fail(code: string, file: string, message: string): void {
    this.issues.push({ code, severity: 'error', file, message })
  }
}

type ItemSource = { path: string; cut: Cut }

/**
 * A copy whose strings are their own: a part of a string keeps the whole in memory, and here the whole is an item with
 * all of its text.
 */
function detached<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value
}

/** How reports call an item. */
function nameOf({ type, id, slug, title }: WxrItem): string {
  const words = slug || plainText(title).slice(0, 60)
  return [`${type} ${id || 'without a number'}`, words].filter(Boolean).join(', ')
}
