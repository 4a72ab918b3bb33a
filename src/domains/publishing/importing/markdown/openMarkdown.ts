import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { CommonImport } from '../importContent'
import { DocumentError, type NeutralMetadata } from '../neutral'
import type { OpenedSource, SourceBody } from '../source'
import { openReaderPool, type ReaderPool } from '../threads/openReaderPool'
import { stableJson } from '../writer/fingerprint'
import type { FileToConvert } from './convertFile'
import { FolderFiles } from './FolderFiles'
import { type FolderEntry, type FolderOptions, readFolder, type SourceFolder } from './readFolder'
import { plainWords } from './site/plainWords'
import { isDocument } from './source/listFiles'
import { defaultMaxFileBytes, readInside } from './source/readText'

export type MarkdownImport = CommonImport & FolderOptions

/** Opens a folder of Markdown, Jekyll, Hugo or Astro. @throws AppError IMPORT_FOLDER_MISSING */
export async function openMarkdown(input: MarkdownImport): Promise<OpenedSource> {
  const folder = await readFolder(input.path, input)
  const { root, site, files, entries, issues } = folder
  const entry = new URL('./readerThread.ts', import.meta.url)
  const pool = openReaderPool<FileToConvert>(entry, folder.reader)
  return {
    identity: root,
    flavour: site.flavour,
    issues,
    close: pool.close,
    source: {
      importer: input.importer ?? 'markdown',
      documents: entries.map(({ metadata }) => inPlainWords(metadata)),
      terms: [],
      authors: [],
      termCategories: new Map(
        entries.map(({ metadata, termCategories }) => [metadata.sourceId, termCategories]),
      ),
      origin: site.url,
      basePath: site.basePath,
      files: new FolderFiles({ root, files, origin: site.url, basePath: site.basePath }),
      bodies: (isWanted) => bodiesOf(folder, isWanted, pool),
      contextHash: await contextOf(folder),
    },
  }
}

/** Titles and excerpts in front matter are often Markdown; the site shows them as they are. */
function inPlainWords(metadata: NeutralMetadata): NeutralMetadata {
  const { title, excerpt } = metadata
  return {
    ...metadata,
    ...(title === undefined ? {} : { title: plainWords(title) }),
    ...(excerpt === undefined ? {} : { excerpt: plainWords(excerpt) }),
  }
}

async function* bodiesOf(
  { root, entries }: SourceFolder,
  isWanted: (sourceId: string) => boolean,
  pool: ReaderPool<FileToConvert>,
): AsyncGenerator<SourceBody> {
  for (const { metadata, page } of entries) {
    const { sourceId, file } = metadata
    if (!isWanted(sourceId)) continue
    const rawHash = await hashOf(root, file)
    yield { sourceId, rawHash, convert: () => pool.convert({ file, sourceId, page }) }
  }
}

/** A file that is gone since the first pass has no hash; its conversion says why. */
async function hashOf(root: string, file: string): Promise<string> {
  try {
    return createHash('sha256')
      .update(await readInside(root, file, defaultMaxFileBytes))
      .digest('base64url')
  } catch (error) {
    if (error instanceof DocumentError) return ''
    throw error
  }
}

/** Includes, variables and pictures may change what comes of a text that did not change itself. */
async function contextOf({ root, site, reader, files, entries }: SourceFolder): Promise<string> {
  // Files are read several at once, so that what was wanted came in any order.
  const settled = { ...reader, wanted: [...reader.wanted].sort() }
  const hash = createHash('sha256').update(stableJson([site, settled, entries.map(pageOf)]))
  for (const file of files) {
    if (isDocument(file)) continue
    const found = await stat(join(root, file)).catch(() => undefined)
    hash.update(`${file} ${found?.size} ${found?.mtimeMs}\n`)
  }
  return hash.digest('base64url')
}

function pageOf({ page }: FolderEntry): unknown {
  return page
}
