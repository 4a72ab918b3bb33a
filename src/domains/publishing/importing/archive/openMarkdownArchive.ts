/** A folder that our Markdown export wrote, edited by hand or not: the same records as in a JSON export. */
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { v5 as uuidFrom } from 'uuid'
import { AppError } from '@/src/platform/errors'
import type { ArchiveRecord, Fields } from '../../exporting/archiveFormat'
import { collectionKinds } from '../../exporting/archiveFormat'
import { dataFolder, globalsFile } from '../../exporting/exportMarkdown'
import { manifestName } from '../../exporting/exportTarget'
import { mediaFolder, Places } from '../../exporting/markdown/Places'
import { splitFrontMatter } from '../markdown/source/frontMatter'
import { isDocument } from '../markdown/source/listFiles'
import { readInside, readText } from '../markdown/source/readText'
import { DocumentError, type ImportIssue } from '../neutral'
import type { Archive } from './archive'
import { readHead, readRecord } from './readRecord'
import { type Identity, identityOf, recordFromMatter } from './recordFromMatter'
import { streamJson } from './streamJson'

/** Namespace of ids for what somebody added to the folder by hand: the same file is always the same document. */
const handmade = '6f0f4c53-6d60-5a0b-9a70-1d2f5c4f7f11'
const maxMediaBytes = 64 * 1024 * 1024

export function isMarkdownArchive(folder: string): boolean {
  return existsSync(join(folder, manifestName))
}

/** @throws AppError IMPORT_NOT_AN_EXPORT, IMPORT_TOO_NEW, IMPORT_FILE_DAMAGED */
export async function openMarkdownArchive(folder: string): Promise<Archive> {
  const root = resolve(folder)
  const head = readHead(await manifestOf(root), join(folder, manifestName))
  const opened = new OpenFolder(root)
  await opened.survey()
  return {
    head,
    total: opened.total,
    path: root,
    form: 'markdown',
    issues: opened.issues,
    records: () => opened.records(),
    mediaFile: (filename) =>
      readInside(root, `${mediaFolder}/${basename(filename)}`, maxMediaBytes).catch(() => undefined),
  }
}

async function manifestOf(root: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(join(root, manifestName), 'utf8'))
  } catch (error) {
    throw new AppError('IMPORT_FILE_DAMAGED', `${manifestName}: ${(error as Error).message}`, 400)
  }
}

class OpenFolder {
  readonly issues: ImportIssue[] = []
  total = 0
  private readonly places = new Places()
  /** Ids by the words that front matter uses for them: `tags fees`. */
  private readonly ids = new Map<string, string>()
  private readonly documents = new Map<string, Identity>()
  private readonly draftOf = new Map<string, string>()
  private readonly added: ArchiveRecord[] = []

  constructor(private readonly root: string) {}

  /** First of all: which file is which document, and what taxonomy and media are called. */
  async survey(): Promise<void> {
    for await (const record of this.dataRecords()) {
      this.total += 1
      const { kind, id, fields } = record
      if (kind === 'media') this.places.addMedia(id, String(fields.filename))
      const name = kind === 'profiles' ? fields.username : fields.slug
      if (typeof name === 'string') this.ids.set(`${kind} ${name}`, id)
    }
    await this.addMedia()
    for (const file of await this.documentFiles()) await this.surveyDocument(file)
    this.total += this.documents.size + this.added.length
  }

  async *records(): AsyncGenerator<ArchiveRecord> {
    for await (const record of this.dataRecords('media')) yield record
    yield* this.added
    for (const kind of collectionKinds) {
      if (kind === 'media') continue
      if (kind === 'content' || kind === 'pages') yield* this.documentRecords(kind)
      else yield* this.dataRecords(kind)
    }
    yield* this.dataRecords(globalsFile)
  }

  private async *dataRecords(only?: string): AsyncGenerator<ArchiveRecord> {
    const names = only ? [only] : [...collectionKinds, globalsFile]
    for (const name of names) {
      const file = `${dataFolder}/${name}.json`
      if (!existsSync(join(this.root, file))) continue
      let count = 0
      for await (const { value } of streamJson(join(this.root, file), ['$.*'])) {
        count += 1
        const read = readRecord(value)
        if ('record' in read) yield read.record
        else this.report({ code: 'RECORD_NOT_UNDERSTOOD', file, line: count + 1, message: read.reason })
      }
    }
  }

  /** Pictures that somebody put into the folder. */
  private async addMedia(): Promise<void> {
    for (const filename of await readdir(join(this.root, mediaFolder)).catch(() => [])) {
      if (filename.startsWith('.') || this.places.mediaAt(`${mediaFolder}/${filename}`, 'x')) continue
      const id = uuidFrom(`media/${filename}`, handmade)
      const alt =
        filename
          .replace(/\.\w+$/, '')
          .replace(/[-_.]+/g, ' ')
          .trim() || 'Picture'
      this.places.addMedia(id, filename)
      this.added.push({ kind: 'media', id, fields: { filename, alt } })
    }
  }

  private async documentFiles(): Promise<string[]> {
    const folders = ['articles', 'pages', 'drafts'].filter((name) => existsSync(join(this.root, name)))
    const found = await Promise.all(
      folders.map(async (folder) => {
        const entries = await readdir(join(this.root, folder), { recursive: true, withFileTypes: true })
        return entries
          .filter((entry) => entry.isFile() && isDocument(entry.name))
          .map((entry) =>
            join(entry.parentPath, entry.name)
              .slice(this.root.length + 1)
              .replaceAll('\\', '/'),
          )
      }),
    )
    return found.flat().sort()
  }

  private async surveyDocument(file: string): Promise<void> {
    await this.reported(file, async () => {
      const { data } = await this.matterOf(file)
      const identity = identityOf(data, file, (name) => uuidFrom(name, handmade))
      if (identity.draftOf) this.draftOf.set(identity.draftOf, file)
      else {
        this.documents.set(file, identity)
        this.places.addDocument({ kind: identity.kind, id: identity.id }, file)
      }
    })
  }

  private async *documentRecords(kind: 'content' | 'pages'): AsyncGenerator<ArchiveRecord> {
    for (const [file, identity] of this.documents) {
      if (identity.kind !== kind) continue
      const record = await this.reported(file, () => this.documentRecord(file, identity))
      if (record) yield record
    }
  }

  private async documentRecord(file: string, identity: Identity): Promise<ArchiveRecord> {
    const { fields, createdAt, owner } = await this.fieldsOf(file, identity)
    const draftFile = this.draftOf.get(identity.id)
    const draft = draftFile ? (await this.fieldsOf(draftFile, identity)).fields : undefined
    const { kind, id } = identity
    return {
      kind,
      id,
      ...(createdAt ? { createdAt } : {}),
      fields,
      ...(draft ? { draft } : {}),
      ...(owner ? { owner } : {}),
    }
  }

  private async fieldsOf(file: string, { kind }: Identity) {
    const { data, content } = await this.matterOf(file)
    const { places, ids } = this
    return recordFromMatter(data, content, { kind, file, places, ids })
  }

  private async matterOf(file: string): Promise<{ data: Fields; content: string }> {
    const { text } = await readText(this.root, file)
    return splitFrontMatter(text)
  }

  private async reported<Value>(file: string, work: () => Promise<Value>): Promise<Value | undefined> {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof DocumentError)) throw error
      const { code, message, line } = error
      this.report({ code, file, message, ...(line === undefined ? {} : { line }) })
      return undefined
    }
  }

  /** Files are read more than once: each problem is told once. */
  private report(issue: Omit<ImportIssue, 'severity'>): void {
    const isKnown = this.issues.some(
      ({ code, file, message }) => code === issue.code && file === issue.file && message === issue.message,
    )
    if (!isKnown) this.issues.push({ ...issue, severity: 'error' })
  }
}
