/** The whole site in one JSON file: a record a line, so that it streams, and a mark at the end that it is whole. */
import { createWriteStream, existsSync } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Payload } from 'payload'
import { AppError } from '@/src/platform/errors'
import type { ArchiveEnd, ArchiveHead, ArchiveRecord } from './archiveFormat'
import { copyMedia } from './copyMedia'
import { intoPlace, type TargetOptions } from './exportTarget'
import { headOf } from './headOf'
import { mediaFolderOf } from './mediaFolderOf'
import { openSnapshot, type ReadOptions, readRecords } from './readRecords'
import { countRecord, type ExportProgress, type ExportReport, emptyExport } from './report'

export type ExportJsonInput = TargetOptions &
  ReadOptions & {
    path: string
    /** Copies the media beside the file, into a folder of its name. */
    withMedia?: boolean
  }

/** @throws AppError EXPORT_TARGET_EXISTS, EXPORT_TARGET_REFUSED */
export async function exportJson(
  { payload }: { payload: Payload },
  input: ExportJsonInput,
  onProgress: (progress: ExportProgress) => void = () => {},
): Promise<ExportReport> {
  const startedAt = performance.now()
  const path = resolve(input.path)
  const report = emptyExport('json', path)
  const files = new Set<string>()
  const write = async (unfinished: string) => {
    const head = await headOf(payload, input)
    let done = 0
    const onRecord = (record: ArchiveRecord) => {
      countRecord(report, record)
      if (record.kind === 'media') files.add(String(record.fields.filename))
      done += 1
      onProgress({ done, total: head.total, kind: record.kind })
    }
    const lines = linesOf(payload, head, input, report, onRecord)
    await pipeline(Readable.from(lines), createWriteStream(unfinished, { flags: 'wx', flush: true }))
    report.bytes = (await stat(unfinished)).size
  }
  await intoPlace(path, 'file', input, async (unfinished) => {
    await write(unfinished)
    // Before the JSON file is in its place, so that whoever finds it finds its media.
    if (input.withMedia) await placeMedia(path, files, input, report)
  })
  report.durationMs = Math.round(performance.now() - startedAt)
  return report
}

async function placeMedia(
  path: string,
  files: Set<string>,
  { overwrite }: TargetOptions,
  report: ExportReport,
): Promise<void> {
  const folder = mediaFolderOf(path)
  if (existsSync(folder) && !overwrite)
    throw new AppError('EXPORT_TARGET_EXISTS', `${folder} is there already: --overwrite replaces it.`, 409)
  const unfinished = `${folder}.unfinished`
  await rm(unfinished, { recursive: true, force: true })
  report.missingFiles = await copyMedia(files, unfinished)
  report.mediaFiles = files.size - report.missingFiles.length
  await rm(folder, { recursive: true, force: true })
  await rename(unfinished, folder)
}

async function* linesOf(
  payload: Payload,
  head: ArchiveHead,
  input: ExportJsonInput,
  { records }: ExportReport,
  onRecord: (record: ArchiveRecord) => void,
): AsyncGenerator<string> {
  yield `{"masthead":${JSON.stringify(head)},\n"records":[`
  let separator = '\n'
  const snapshot = await openSnapshot(payload)
  try {
    for await (const record of readRecords(snapshot, input)) {
      onRecord(record)
      yield separator + JSON.stringify(record)
      separator = ',\n'
    }
  } finally {
    await payload.db.rollbackTransaction(String(snapshot.transactionID))
  }
  const end: ArchiveEnd = { records }
  yield `\n],\n"end":${JSON.stringify(end)}}\n`
}
