/** Brings content of another system into this one: a reader for each kind of source, then the one writer. */
import type { Payload } from 'payload'
import { importArchive } from './archive/importArchive'
import { type ArchiveImport, openArchive } from './archive/openArchive'
import { type GhostImport, openGhost } from './ghost/openGhost'
import { type MarkdownImport, openMarkdown } from './markdown/openMarkdown'
import { emptyReport, type ImportProgress, type ImportReport, sortIssues } from './report'
import type { OpenedSource } from './source'
import { openWordPress, type WordPressImport } from './wordpress/openWordPress'
import type { StatusRule } from './writer/composeArticle'
import { withImportLock } from './writer/importLock'
import { keepApart } from './writer/keepApart'
import { writeDocuments } from './writer/writeDocuments'
import { folderOf } from './zip/folderOf'

/** What every kind of import takes. */
export type CommonImport = {
  path: string
  importer?: string
  isDryRun?: boolean
  /** `source` keeps what the source says; drafts and dates in the future stay drafts. */
  status?: StatusRule
  /** Replaces documents that were edited here, and brings back trashed ones. */
  overwrite?: boolean
  /** Language of documents that state none. */
  locale?: string
  limit?: number
  concurrency?: number
}

/** One line a kind: `input.kind` chooses the reader. */
const readers = { markdown: openMarkdown, wordpress: openWordPress, ghost: openGhost }

export type ImportInput =
  | ({ kind: 'markdown' } & MarkdownImport)
  | ({ kind: 'wordpress' } & WordPressImport)
  | ({ kind: 'ghost' } & GhostImport)
  /** An export of this CMS. A folder that it exported as Markdown is known when it is read. */
  | ({ kind: 'json' } & ArchiveImport)

/** @throws AppError IMPORT_FOLDER_MISSING, IMPORT_FILE_MISSING, IMPORT_NOT_GHOST, IMPORT_RUNNING … */
export async function importContent(
  { payload }: { payload: Payload },
  input: ImportInput,
  onProgress: (progress: ImportProgress) => void = () => {},
): Promise<ImportReport> {
  if (input.kind === 'ghost') return importForeign(payload, input, onProgress)
  const folder = await folderOf(input.path)
  const named = { ...input, path: folder.path }
  try {
    const archive = await openArchive(named)
    const report = archive
      ? await importArchive({ payload }, archive, named, onProgress)
      : await importForeign(payload, named as ForeignImport, onProgress)
    return { ...report, source: input.path }
  } finally {
    await folder.remove()
  }
}

type ForeignImport = Exclude<ImportInput, { kind: 'json' }>

async function importForeign(
  payload: Payload,
  input: ForeignImport,
  onProgress: (progress: ImportProgress) => void,
): Promise<ImportReport> {
  const startedAt = performance.now()
  const open = readers[input.kind] as (input: ForeignImport) => Promise<OpenedSource>
  const { identity, flavour, source, issues, apart = [], close } = await open(input)
  const isDryRun = input.isDryRun ?? false
  const report = emptyReport({ importer: source.importer, source: input.path, flavour, isDryRun })
  const options = { status: 'source', overwrite: false, ...input, isDryRun } as const
  const write = async () => {
    report.apart = await keepApart(payload, source.importer, apart, isDryRun)
    await writeDocuments(payload, source, options, report, onProgress)
  }
  try {
    await (isDryRun ? write() : withImportLock(`${source.importer}:${identity}`, write))
  } finally {
    await close()
  }
  const damaged = issues.filter(({ severity }) => severity === 'error').length
  report.documents.found += damaged
  report.documents.failed += damaged
  report.issues = sortIssues([...issues, ...report.issues])
  report.durationMs = Math.round(performance.now() - startedAt)
  return report
}
