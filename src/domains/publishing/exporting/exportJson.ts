/** The whole site in one JSON file: a record a line, so that it streams, and a mark at the end that it is whole. */
import { createWriteStream } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Payload } from 'payload'
import type { ArchiveEnd, ArchiveRecord } from './archiveFormat'
import { copyMedia } from './copyMedia'
import { intoPlace, type TargetOptions } from './exportTarget'
import { headOf } from './headOf'
import { countRecords, type ReadOptions, readRecords } from './readRecords'
import { countRecord, type ExportProgress, type ExportReport, emptyExport } from './report'

export type ExportJsonInput = TargetOptions &
  ReadOptions & {
    path: string
    /** Copies the media beside the file, into a folder of its name. */
    withMedia?: boolean
  }

/** `site.json` has its files in `site.media`. */
export function mediaFolderOf(path: string): string {
  return `${path.replace(/\.json$/i, '')}.media`
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
    const total = await countRecords(payload)
    let done = 0
    const onRecord = (record: ArchiveRecord) => {
      countRecord(report, record)
      if (record.kind === 'media') files.add(String(record.fields.filename))
      done += 1
      onProgress({ done, total, kind: record.kind })
    }
    const lines = linesOf(payload, input, report, onRecord)
    await pipeline(Readable.from(lines), createWriteStream(unfinished, { flags: 'wx', flush: true }))
    report.bytes = (await stat(unfinished)).size
  }
  await intoPlace(path, 'file', input, async (unfinished) => {
    await write(unfinished)
    // Before the JSON file is in its place, so that whoever finds it finds its media.
    if (input.withMedia) await placeMedia(path, files, report)
  })
  report.durationMs = Math.round(performance.now() - startedAt)
  return report
}

async function placeMedia(path: string, files: Set<string>, report: ExportReport): Promise<void> {
  const folder = mediaFolderOf(path)
  const unfinished = `${folder}.unfinished`
  await rm(unfinished, { recursive: true, force: true })
  report.missingFiles = await copyMedia(files, unfinished)
  report.mediaFiles = files.size - report.missingFiles.length
  await rm(folder, { recursive: true, force: true })
  await rename(unfinished, folder)
}

async function* linesOf(
  payload: Payload,
  input: ExportJsonInput,
  { records }: ExportReport,
  onRecord: (record: ArchiveRecord) => void,
): AsyncGenerator<string> {
  yield `{"masthead":${JSON.stringify(await headOf(payload))},\n"records":[`
  let separator = '\n'
  for await (const record of readRecords(payload, input)) {
    onRecord(record)
    yield separator + JSON.stringify(record)
    separator = ',\n'
  }
  const end: ArchiveEnd = { records }
  yield `\n],\n"end":${JSON.stringify(end)}}\n`
}
