import { readFile, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { AppError } from '@/src/platform/errors'
import type { ArchiveRecord } from '../../exporting/archiveFormat'
import { mediaFolderOf } from '../../exporting/mediaFolderOf'
import type { ImportIssue } from '../neutral'
import type { Archive } from './archive'
import { readHead, readRecord } from './readRecord'
import { streamJson } from './streamJson'

/** @throws AppError IMPORT_FILE_MISSING, IMPORT_NOT_AN_EXPORT, IMPORT_TOO_NEW, IMPORT_FILE_DAMAGED */
export async function openJsonArchive(file: string, mediaFolder?: string): Promise<Archive> {
  const path = resolve(file)
  const found = await stat(path).catch(() => undefined)
  if (!found?.isFile()) throw new AppError('IMPORT_FILE_MISSING', `There is no file at ${file}.`, 400)
  const head = await firstHead(path)
  const issues: ImportIssue[] = []
  const folder = resolve(mediaFolder ?? mediaFolderOf(path))
  return {
    head,
    total: head.total ?? 0,
    path,
    form: 'json',
    issues,
    records: () => recordsOf(path, issues),
    mediaFile: (filename) => readFile(join(folder, basename(filename))).catch(() => undefined),
  }
}

async function firstHead(path: string) {
  for await (const { value } of streamJson(path, ['$.masthead', '$.records.*'])) return readHead(value, path)
  return readHead(undefined, path)
}

async function* recordsOf(path: string, issues: ImportIssue[]): AsyncGenerator<ArchiveRecord> {
  let isWhole = false
  let count = 0
  for await (const { path: keys, value } of streamJson(path, ['$.records.*', '$.end'])) {
    if (keys[0] === 'end') {
      isWhole = true
      continue
    }
    count += 1
    const read = readRecord(value)
    if ('record' in read) yield read.record
    else report(issues, { code: 'RECORD_NOT_UNDERSTOOD', file: `record ${count}`, message: read.reason })
  }
  if (!isWhole)
    report(issues, {
      code: 'ARCHIVE_INCOMPLETE',
      file: basename(path),
      message: 'The mark at its end is missing.',
    })
}

/** Records are read more than once: each problem is told once. */
function report(issues: ImportIssue[], issue: Omit<ImportIssue, 'severity'>): void {
  const isKnown = issues.some(({ code, file }) => code === issue.code && file === issue.file)
  if (!isKnown) issues.push({ ...issue, severity: 'error' })
}
