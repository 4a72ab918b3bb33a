/** Brings an export of ours back, record by record: ids, addresses, drafts and settings as they were. */
import pMap from 'p-map'
import type { Payload } from 'payload'
import { allowKeptIds } from '@/src/platform/payload/allowKeptIds'
import type { ArchiveRecord } from '../../exporting/archiveFormat'
import { emptyReport, type ImportProgress, type ImportReport, type Outcome, sortIssues } from '../report'
import { withImportLock } from '../writer/importLock'
import type { Archive } from './archive'
import { Restoring } from './Restoring'

export type RestoreOptions = {
  isDryRun?: boolean
  /** Replaces what is here and says something else. */
  overwrite?: boolean
  /** Articles and pages only, and of these the first n. */
  limit?: number
  concurrency?: number
}

/** @throws AppError IMPORT_RUNNING, IMPORT_FILE_DAMAGED */
export async function importArchive(
  { payload }: { payload: Payload },
  archive: Archive,
  options: RestoreOptions = {},
  onProgress: (progress: ImportProgress) => void = () => {},
): Promise<ImportReport> {
  const startedAt = performance.now()
  const isDryRun = options.isDryRun ?? false
  const report = emptyReport({
    importer: 'archive',
    source: archive.path,
    flavour: `${archive.form} export`,
    isDryRun,
  })
  allowKeptIds(payload)
  const restore = () =>
    restoreAll(new Restoring(payload, archive, options, report), archive, report, options, onProgress)
  await (isDryRun ? restore() : withImportLock(`archive:${archive.path}`, restore))
  report.documents.failed += archive.issues.filter(({ severity }) => severity === 'error').length
  report.issues = sortIssues([...archive.issues, ...report.issues])
  report.durationMs = Math.round(performance.now() - startedAt)
  return report
}

const batchSize = 24
const defaultConcurrency = 4

async function restoreAll(
  restoring: Restoring,
  archive: Archive,
  report: ImportReport,
  { concurrency = defaultConcurrency, limit = Number.POSITIVE_INFINITY }: RestoreOptions,
  onProgress: (progress: ImportProgress) => void,
): Promise<void> {
  let done = 0
  const tell = (record: ArchiveRecord, outcome: Outcome) => {
    done += 1
    const { title, name, from } = record.fields
    const file = `${record.kind} ${String(title ?? name ?? from ?? record.id)}`
    onProgress({ done, total: Math.max(done, archive.total), file, outcome })
  }
  let waiting = new Set<string>()
  // What points at something that comes later in the file is read again, until nothing moves any more.
  for (let pass = 1; ; pass += 1) {
    const isFirst = pass === 1
    const before = waiting
    const stillWaiting = new Set<string>()
    let documents = 0
    for await (const batch of batchesOf(archive.records(), (record) => isFirst || before.has(record.id))) {
      const work = async (record: ArchiveRecord) => {
        const outcome = await restoring.restore(record)
        if (outcome === 'waiting') stillWaiting.add(record.id)
        else tell(record, outcome)
      }
      const isDocument = isArticleOrPage(batch[0])
      const wanted = isDocument ? batch.slice(0, Math.max(0, limit - documents)) : batch
      documents += isDocument ? batch.length : 0
      await pMap(wanted, work, { concurrency: isDocument ? concurrency : 1 })
    }
    waiting = stillWaiting
    if (waiting.size === 0) break
    if (waiting.size === before.size) restoring.stopWaiting()
  }
  report.documents.found =
    report.documents.imported +
    report.documents.updated +
    report.documents.unchanged +
    report.documents.skipped +
    report.documents.failed
}

/** Records of one kind at a time: what is pointed at is there before what points at it. */
async function* batchesOf(
  records: AsyncIterable<ArchiveRecord>,
  isWanted: (record: ArchiveRecord) => boolean,
): AsyncGenerator<ArchiveRecord[]> {
  let batch: ArchiveRecord[] = []
  for await (const record of records) {
    if (!isWanted(record)) continue
    if (batch.length === batchSize || (batch[0] && batch[0].kind !== record.kind)) {
      yield batch
      batch = []
    }
    batch.push(record)
  }
  if (batch.length > 0) yield batch
}

export function isArticleOrPage(record: ArchiveRecord | undefined): boolean {
  return record?.kind === 'content' || record?.kind === 'pages'
}
