/** Values of a file as records: what is none is reported and left out. */
import { z } from 'zod'
import { AppError } from '@/src/platform/errors'
import {
  type ArchiveHead,
  type ArchiveRecord,
  archiveVersion,
  collectionKinds,
  globalKinds,
} from '../../exporting/archiveFormat'

const Fields = z.record(z.string(), z.unknown())
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

const CollectionRecord = z.object({
  kind: z.enum(collectionKinds),
  id: z.string().regex(uuid, 'is no id'),
  createdAt: z.iso.datetime().optional(),
  fields: Fields,
  draft: Fields.optional(),
  owner: z.email().optional(),
})
const GlobalRecord = z.object({ kind: z.enum(globalKinds), id: z.string(), fields: Fields })
const Record = z.union([CollectionRecord, GlobalRecord])

/** The record, or why it is none. */
export function readRecord(value: unknown): { record: ArchiveRecord } | { reason: string } {
  const { data, error } = Record.safeParse(value)
  if (data) return { record: data }
  const kind = (value as { kind?: unknown } | null)?.kind
  const isKnown = [...collectionKinds, ...globalKinds].includes(kind as never)
  return {
    reason: isKnown
      ? (z.prettifyError(error).split('\n')[0] ?? '')
      : `“${String(kind)}” is no kind of record`,
  }
}

const Head = z.object({
  version: z.number().int().positive(),
  exportedAt: z.string(),
  site: z.object({ name: z.string(), url: z.string() }),
  total: z.number().optional(),
})

/** @throws AppError IMPORT_NOT_AN_EXPORT, IMPORT_TOO_NEW */
export function readHead(value: unknown, file: string): ArchiveHead {
  const { data } = Head.safeParse(value)
  if (!data) throw new AppError('IMPORT_NOT_AN_EXPORT', `${file} is no export of this CMS.`, 400)
  if (data.version > archiveVersion)
    throw new AppError(
      'IMPORT_TOO_NEW',
      `${file} was made by a newer version of this CMS: update it first.`,
      400,
    )
  return data
}
