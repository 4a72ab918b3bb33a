/** The whole site as a folder a person can read: documents as Markdown, media beside them, the rest as data. */
import { createWriteStream, type WriteStream } from 'node:fs'
import { mkdir, readdir, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { finished } from 'node:stream/promises'
import type { Payload } from 'payload'
import { type ArchiveRecord, type CollectionKind, type Fields, globalKinds } from './archiveFormat'
import { copyMedia } from './copyMedia'
import { intoPlace, manifestName, type TargetOptions } from './exportTarget'
import { headOf } from './headOf'
import { addPlace, draftFile } from './markdown/addPlace'
import { documentText } from './markdown/documentText'
import { mediaFolder, Places } from './markdown/Places'
import { openSnapshot, type ReadOptions, readPlaces, readRecords, type Snapshot } from './readRecords'
import { countRecord, type ExportProgress, type ExportReport, emptyExport } from './report'

export type ExportMarkdownInput = TargetOptions & ReadOptions & { path: string }

/** Data files of a folder, a record a line. Globals share one. */
export const dataFolder = 'data'
export const globalsFile = 'site'

/** @throws AppError EXPORT_TARGET_EXISTS, EXPORT_TARGET_REFUSED */
export async function exportMarkdown(
  { payload }: { payload: Payload },
  input: ExportMarkdownInput,
  onProgress: (progress: ExportProgress) => void = () => {},
): Promise<ExportReport> {
  const startedAt = performance.now()
  const path = resolve(input.path)
  const report = emptyExport('markdown', path)
  await intoPlace(path, 'folder', input, async (root) => {
    const head = await headOf(payload, input)
    const files = await writeRecords({ payload, root, input, report, total: head.total, onProgress })
    report.missingFiles = await copyMedia(files, join(root, mediaFolder))
    report.mediaFiles = files.length - report.missingFiles.length
    // Last of all: by this file the folder is whole.
    const manifest = { ...head, form: 'markdown', records: report.records }
    await writeFile(join(root, manifestName), `${JSON.stringify(manifest, null, 2)}\n`, { flush: true })
    report.bytes = await sizeOf(root)
  })
  report.durationMs = Math.round(performance.now() - startedAt)
  return report
}

type Export = {
  payload: Payload
  root: string
  input: ExportMarkdownInput
  report: ExportReport
  total: number
  onProgress: (progress: ExportProgress) => void
}

async function writeRecords({ payload, root, input, report, total, onProgress }: Export): Promise<string[]> {
  const snapshot = await openSnapshot(payload)
  const data = new DataFiles(join(root, dataFolder))
  const files: string[] = []
  let done = 0
  try {
    const writer = new DocumentWriter(root, await placesOf(snapshot), report)
    for await (const record of readRecords(snapshot, input)) {
      countRecord(report, record)
      if (record.kind === 'media') files.push(String(record.fields.filename))
      if (record.kind === 'content' || record.kind === 'pages') await writer.write(record)
      else await data.write(record)
      writer.learn(record)
      done += 1
      onProgress({ done, total, kind: record.kind })
    }
    await data.close()
    return files
  } finally {
    await payload.db.rollbackTransaction(String(snapshot.transactionID))
  }
}

async function placesOf(snapshot: Snapshot): Promise<Places> {
  const places = new Places()
  for await (const record of readPlaces(snapshot)) addPlace(places, record)
  return places
}

class DocumentWriter {
  private readonly names = new Map<string, string>()
  private readonly folders = new Set<string>()

  constructor(
    private readonly root: string,
    private readonly places: Places,
    private readonly report: ExportReport,
  ) {
    report.nodesKept = 0
  }

  /** Words for what later records point at. */
  learn({ kind, id, fields }: ArchiveRecord): void {
    const name = kind === 'profiles' ? fields.username : fields.slug
    if (['categories', 'tags', 'profiles'].includes(kind) && typeof name === 'string')
      this.names.set(id, name)
  }

  async write(record: ArchiveRecord): Promise<void> {
    const file = this.places.file(record.id)
    if (!file) throw new Error(`${record.kind} ${record.id} has no place.`)
    await this.writeText(file, record, record.fields)
    if (record.draft) await this.writeText(draftFile(file), record, record.draft, record.id)
  }

  private async writeText(
    file: string,
    record: ArchiveRecord,
    fields: Fields,
    draftOf?: string,
  ): Promise<void> {
    const { places, names } = this
    const { text, nodesKept } = documentText(record, fields, { places, names, file, draftOf })
    const path = join(this.root, file)
    const folder = dirname(path)
    if (!this.folders.has(folder)) await mkdir(folder, { recursive: true })
    this.folders.add(folder)
    await writeFile(path, text, { flag: 'wx' })
    this.report.nodesKept = (this.report.nodesKept ?? 0) + nodesKept
  }
}

/** One open file at a time, for records come kind by kind. */
class DataFiles {
  private current: { name: string; stream: WriteStream; isEmpty: boolean } | undefined

  constructor(private readonly folder: string) {}

  async write(record: ArchiveRecord): Promise<void> {
    const name = isGlobal(record.kind) ? globalsFile : record.kind
    if (this.current?.name !== name) await this.open(name)
    const { current } = this
    if (!current) return
    const isRoomy = current.stream.write(`${current.isEmpty ? '[\n' : ',\n'}${JSON.stringify(record)}`)
    current.isEmpty = false
    if (!isRoomy) await new Promise<void>((resolve) => current.stream.once('drain', resolve))
  }

  async close(): Promise<void> {
    if (!this.current) return
    this.current.stream.end(this.current.isEmpty ? '[]\n' : '\n]\n')
    await finished(this.current.stream)
    this.current = undefined
  }

  private async open(name: string): Promise<void> {
    await this.close()
    await mkdir(this.folder, { recursive: true })
    const stream = createWriteStream(join(this.folder, `${name}.json`), { flags: 'wx', flush: true })
    this.current = { name, stream, isEmpty: true }
  }
}

function isGlobal(kind: ArchiveRecord['kind']): kind is Exclude<ArchiveRecord['kind'], CollectionKind> {
  return (globalKinds as readonly string[]).includes(kind)
}

async function sizeOf(folder: string): Promise<number> {
  let bytes = 0
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true }))
    if (entry.isFile()) bytes += (await stat(join(entry.parentPath, entry.name))).size
  return bytes
}
