/** One list of the site as a table for spreadsheets. */
import { createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Payload } from 'payload'
import { csv, csvLine } from '@/src/platform/csv'
import type { CollectionKind } from './archiveFormat'
import { intoPlace, type TargetOptions } from './exportTarget'
import { openSnapshot, readKind } from './readRecords'
import { countRecord, type ExportReport, emptyExport } from './report'

/** The lists that make a table, with its columns. */
export const tables = {
  articles: {
    kind: 'content',
    columns: ['title', 'slug', 'locale', '_status', 'publishedAt', 'archivedAt', 'audience', 'excerpt'],
  },
  tags: { kind: 'tags', columns: ['name', 'slug', 'description', 'origin'] },
  categories: { kind: 'categories', columns: ['name', 'slug', 'description', 'colour'] },
  authors: { kind: 'profiles', columns: ['name', 'username', 'bio', 'location', 'website'] },
  redirects: { kind: 'redirects', columns: ['from', 'to', 'statusCode', 'origin'] },
} as const satisfies Record<string, { kind: CollectionKind; columns: readonly string[] }>

export type TableName = keyof typeof tables

export type ExportCsvInput = TargetOptions & { table: TableName; path: string }

/** @throws AppError EXPORT_TARGET_EXISTS, EXPORT_TARGET_REFUSED */
export async function exportCsv(
  { payload }: { payload: Payload },
  input: ExportCsvInput,
): Promise<ExportReport> {
  const startedAt = performance.now()
  const path = resolve(input.path)
  const report = emptyExport('csv', path)
  await intoPlace(path, 'file', input, async (unfinished) => {
    await pipeline(
      Readable.from(linesOf(payload, input.table, report)),
      createWriteStream(unfinished, { flags: 'wx', flush: true }),
    )
    report.bytes = (await stat(unfinished)).size
  })
  report.durationMs = Math.round(performance.now() - startedAt)
  return report
}

async function* linesOf(payload: Payload, table: TableName, report: ExportReport): AsyncGenerator<string> {
  const { kind, columns } = tables[table]
  yield csv(
    columns.map((column) => column.replace(/^_/, '')),
    [],
  )
  const snapshot = await openSnapshot(payload)
  try {
    for await (const record of readKind(snapshot, kind)) {
      countRecord(report, record)
      yield csvLine(columns.map((column) => cellOf(record.fields[column])))
    }
  } finally {
    await payload.db.rollbackTransaction(String(snapshot.transactionID))
  }
}

function cellOf(value: unknown): string | null {
  return value === undefined || value === null ? null : String(value)
}
