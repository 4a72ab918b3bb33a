import { createHash } from 'node:crypto'
import { AppError } from '@/src/platform/errors'
import type { Fetcher } from '@/src/platform/fetch/createFetcher'
import { fetchPublic } from '@/src/platform/fetch/fetchPublic'
import type { CommonImport } from '../importContent'
import type { OpenedSource, SourceBody } from '../source'
import { openReaderPool, type ReaderPool } from '../threads/openReaderPool'
import { stableJson } from '../writer/fingerprint'
import type { ConverterContext, ItemToConvert } from './body/itemConverter'
import { type ExportIndex, indexExport } from './export/indexExport'
import { listExportFiles } from './export/listExportFiles'
import { UploadFiles } from './UploadFiles'

export type WordPressImport = CommonImport & {
  /** Copy of the site's `wp-content/uploads`: files in it are not downloaded. */
  uploads?: string
  /** Whether files are downloaded from the site; unless told otherwise they are. */
  download?: boolean
  /** Address of the site where the export does not say it. */
  siteUrl?: string
  /** Types of items that become articles beside posts. */
  types?: string[]
  fetchFile?: Fetcher
}

/** Opens a WordPress export (WXR). @throws AppError IMPORT_FILE_MISSING, IMPORT_NOT_WORDPRESS */
export async function openWordPress(input: WordPressImport): Promise<OpenedSource> {
  const files = await listExportFiles(input.path)
  const index = await indexExport(files.paths, {
    types: new Set(input.types ?? []),
    siteUrl: input.siteUrl?.replace(/\/+$/, ''),
  })
  const { head, attachments, places } = index
  if (!head.url && places.size + attachments.size === 0) {
    await files.remove()
    throw new AppError('IMPORT_NOT_WORDPRESS', `${input.path} is no export of WordPress.`, 400)
  }
  const site = head.url ? new URL(head.url) : undefined
  const context: ConverterContext = {
    attachments: [...attachments.values()],
    reusable: index.blocks,
    origin: site?.origin,
    site: head.url?.replace(/^https?:\/\/(?:www\.)?/, '') ?? 'wordpress',
  }
  const entry = new URL('./readerThread.ts', import.meta.url)
  const pool = openReaderPool<ItemToConvert>(entry, context)
  const fetchFile = input.download === false ? undefined : (input.fetchFile ?? fetchPublic)
  return {
    identity: head.url ?? files.identity,
    flavour: `WordPress${head.version ? ` WXR ${head.version}` : ''}`,
    issues: index.issues,
    close: async () => {
      await pool.close()
      await files.remove()
    },
    source: {
      importer: input.importer ?? 'wordpress',
      documents: index.documents,
      terms: head.terms,
      authors: [...head.authors.values()],
      termCategories: new Map(),
      origin: site?.origin,
      basePath: site?.pathname.replace(/\/+$/, '') ?? '',
      files: new UploadFiles({ attachments, origin: site?.origin, uploads: input.uploads, fetchFile }),
      bodies: (isWanted) => bodiesOf(index, isWanted, pool),
      contextHash: createHash('sha256').update(stableJson(context)).digest('base64url'),
    },
  }
}

function* bodiesOf(
  { documents, places }: ExportIndex,
  isWanted: (sourceId: string) => boolean,
  pool: ReaderPool<ItemToConvert>,
): Generator<SourceBody> {
  for (const { sourceId, file } of documents) {
    const place = places.get(sourceId)
    if (!place || !isWanted(sourceId)) continue
    const { rawHash, ...item } = place
    yield { sourceId, rawHash, convert: () => pool.convert({ ...item, file, sourceId }) }
  }
}
