/** Imports a folder of Markdown: the reader of `markdown/`, then the one writer. */
import type { Payload } from 'payload'
import { openReaderPool, type ReaderPool } from './markdown/readerPool'
import { type FolderEntry, readFolder, type SourceFolder } from './markdown/readFolder'
import { DocumentError } from './neutral'
import { emptyReport, type ImportProgress, type ImportReport, sortIssues } from './report'
import type { StatusRule } from './writer/composeArticle'
import { withImportLock } from './writer/importLock'
import { type ImportSource, writeDocuments } from './writer/writeDocuments'

export type ImportFolderInput = {
  path: string
  /** The name under which documents are found again. The same file under two names is two documents. */
  importer?: string
  isDryRun?: boolean
  /** `source` keeps what front matter says; drafts and dates in the future stay drafts. */
  status?: StatusRule
  /** Replaces documents that were edited here, and brings back trashed ones. */
  overwrite?: boolean
  /** Language of documents that state none. */
  locale?: string
  limit?: number
  /** A Jekyll collection whose documents are terms that become tags. */
  terms?: string
  siteUrl?: string
  timeZone?: string
  maxFileBytes?: number
  concurrency?: number
}

/** @throws AppError IMPORT_FOLDER_MISSING, IMPORT_RUNNING */
export async function importFolder(
  { payload }: { payload: Payload },
  input: ImportFolderInput,
  onProgress: (progress: ImportProgress) => void = () => {},
): Promise<ImportReport> {
  const startedAt = performance.now()
  const folder = await readFolder(input.path, input)
  const { root, site } = folder
  const importer = input.importer ?? 'markdown'
  const report = emptyReport({
    importer,
    source: input.path,
    flavour: site.flavour,
    isDryRun: input.isDryRun ?? false,
  })
  const write = async () => {
    const pool = await openReaderPool(folder.reader)
    try {
      const options = { isDryRun: false, status: 'source', overwrite: false, ...input } as const
      await writeDocuments(payload, sourceOf(importer, folder, pool.convert), options, report, onProgress)
    } finally {
      await pool.close()
    }
  }
  await (input.isDryRun ? write() : withImportLock(`${importer}:${root}`, write))
  const damaged = folder.issues.filter(({ severity }) => severity === 'error').length
  report.documents.found += damaged
  report.documents.failed += damaged
  report.issues = sortIssues([...folder.issues, ...report.issues])
  report.durationMs = Math.round(performance.now() - startedAt)
  return report
}

type Convert = ReaderPool['convert']

function sourceOf(
  importer: string,
  { root, site, files, entries }: SourceFolder,
  convert: Convert,
): ImportSource {
  const byId = new Map<string, FolderEntry>(entries.map((entry) => [entry.metadata.sourceId, entry]))
  return {
    importer,
    root,
    files,
    documents: entries.map(({ metadata }) => metadata),
    termCategories: new Map(
      entries.map(({ metadata, termCategories }) => [metadata.sourceId, termCategories]),
    ),
    origin: site.url,
    basePath: site.basePath,
    convert: (sourceId) => {
      const entry = byId.get(sourceId)
      if (!entry) throw new DocumentError('FILE_MISSING', `${sourceId} is gone.`)
      return convert({ file: entry.metadata.file, sourceId, page: entry.page })
    },
  }
}
