/** Opens an export of Ghost: its JSON file, or a ZIP of it with pictures, redirects and routes beside. */
import { createHash } from 'node:crypto'
import { readFile, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { AppError } from '@/src/platform/errors'
import type { Fetcher } from '@/src/platform/fetch/createFetcher'
import { fetchPublic } from '@/src/platform/fetch/fetchPublic'
import type { CommonImport } from '../importContent'
import { readYaml } from '../markdown/source/frontMatter'
import { DocumentError, type ImportIssue, type NeutralRedirect } from '../neutral'
import type { OpenedSource, SourceBody, SourceFiles } from '../source'
import { openReaderPool, type ReaderPool } from '../threads/openReaderPool'
import { UploadFiles } from '../wordpress/UploadFiles'
import { isZip, unpackZip } from '../zip/unpackZip'
import { apartFrom } from './apartFrom'
import type { GhostText, TextToConvert } from './body/convertGhostBody'
import { GhostFiles } from './GhostFiles'
import { GhostTables } from './GhostTables'
import { authorOf, isInternal, metadataOf, termOf } from './ghostMetadata'
import { permalinksOf } from './permalinks'
import { redirectsIn } from './redirects'
import { Spool } from './Spool'

export type GhostImport = CommonImport & {
  /** Address of the former site, for links to what is not in the export. */
  siteUrl?: string
  /** Whether files that are not in the export are downloaded from the site; unless told otherwise they are. */
  download?: boolean
  fetchFile?: Fetcher
}

/**
 * @throws AppError IMPORT_FILE_MISSING, IMPORT_FILE_DAMAGED, IMPORT_NOT_GHOST, IMPORT_VALUE_TOO_LARGE, ZIP_DAMAGED …
 */
export async function openGhost(input: GhostImport): Promise<OpenedSource> {
  const unpacked = await unpack(input.path)
  const spool = await Spool.open<GhostText>()
  const close = async () => {
    await spool.close()
    await unpacked.remove()
  }
  try {
    return await open(input, unpacked, spool, close)
  } catch (error) {
    await close()
    throw error
  }
}

type Package = { root: string; files: string[]; json: string; identity: string; remove: () => Promise<void> }

/** What of a backup concerns its content: themes and logs stay packed. */
const wanted = /(?:^|\/)(?:images|media|files)\/|\.json$|\.csv$|(?:routes|redirects)[^/]*\.ya?ml$/i

async function unpack(path: string): Promise<Package> {
  const found = await stat(path).catch(() => undefined)
  if (!found?.isFile()) throw new AppError('IMPORT_FILE_MISSING', `There is no file at ${path}.`, 400)
  const identity = await realpath(path)
  if (!(await isZip(path)))
    return { root: dirname(identity), files: [], json: identity, identity, remove: async () => {} }
  const { folder, files, remove } = await unpackZip(path, { isWanted: (name) => wanted.test(name) })
  try {
    return { root: folder, files, json: join(folder, await exportIn(folder, files)), identity, remove }
  } catch (error) {
    await remove()
    throw error
  }
}

/** The largest JSON that is no list of redirects. */
async function exportIn(folder: string, files: string[]): Promise<string> {
  const candidates = files.filter(
    (file) => /\.json$/i.test(file) && !/redirects|routes|package|members/i.test(basename(file)),
  )
  const sizes = await Promise.all(
    candidates.map(async (file) => ({ file, size: (await stat(join(folder, file))).size })),
  )
  const [largest] = sizes.sort((a, b) => b.size - a.size)
  if (!largest) throw new AppError('IMPORT_NOT_GHOST', 'The ZIP holds no export of Ghost.', 400)
  return largest.file
}

async function open(
  input: GhostImport,
  { root, files, json, identity }: Package,
  spool: Spool<GhostText>,
  close: () => Promise<void>,
): Promise<OpenedSource> {
  const issues: ImportIssue[] = []
  const report = (issue: Omit<ImportIssue, 'severity'>) => issues.push({ ...issue, severity: 'warning' })
  const tables = new GhostTables(spool, issues)
  await tables.read(json)
  if (!tables.hasTables || (tables.posts.size === 0 && tables.users.size === 0))
    throw new AppError(
      'IMPORT_NOT_GHOST',
      `${basename(input.path)} is no export of Ghost: it has no posts.`,
      400,
    )
  const permalinkOf = permalinksOf(tables.settings.get('permalinks'), await routesIn(root, files, report))
  const documents = [...tables.posts.values()].map((post) => metadataOf(post, tables, permalinkOf, report))
  reportInternalTags(tables, report)
  const writers = new Set(
    [...tables.posts.values()].flatMap((post) => tables.authorsOfPost(post).map(({ id }) => id)),
  )
  const pool = openReaderPool<TextToConvert>(new URL('./readerThread.ts', import.meta.url), {})
  const origin = input.siteUrl ? new URL(input.siteUrl).origin : undefined
  const basePath = input.siteUrl ? new URL(input.siteUrl).pathname.replace(/\/+$/, '') : ''
  const fragments = [...tables.fragments]
  return {
    identity,
    flavour: `Ghost ${tables.version}`.trim(),
    issues,
    apart: await apartFrom(tables, root, files, report),
    close: async () => {
      await pool.close()
      await close()
    },
    source: {
      importer: input.importer ?? 'ghost',
      documents,
      terms: [...tables.tags.values()].filter((tag) => !isInternal(tag)).map(termOf),
      authors: [...tables.users.values()].filter(({ id }) => writers.has(id)).map(authorOf),
      termCategories: new Map(),
      redirects: await redirectsOf(root, files, report),
      origin,
      basePath,
      files: new GhostFiles(root, files, origin, siteFiles(input, origin)),
      bodies: (isWanted) => bodiesOf(documents, isWanted, spool, pool, fragments),
      contextHash: createHash('sha256')
        .update(JSON.stringify([fragments.sort(), files]))
        .digest('base64url'),
    },
  }
}

/** An export alone holds no pictures: they are on the site that it came from. */
function siteFiles(
  { download, fetchFile = fetchPublic }: GhostImport,
  origin: string | undefined,
): SourceFiles | undefined {
  return download === false ? undefined : new UploadFiles({ attachments: new Map(), origin, fetchFile })
}

async function* bodiesOf(
  documents: OpenedSource['source']['documents'],
  isWanted: (sourceId: string) => boolean,
  spool: Spool<GhostText>,
  pool: ReaderPool<TextToConvert>,
  wantedFragments: string[],
): AsyncGenerator<SourceBody> {
  for (const { sourceId, file } of documents) {
    if (!isWanted(sourceId)) continue
    const convert = async () => {
      const text = await spool.read(sourceId)
      if (!text) throw new DocumentError('TEXT_MISSING', 'Its text is gone.')
      return pool.convert({ sourceId, file, text, wantedFragments })
    }
    yield { sourceId, rawHash: spool.hashOf(sourceId), convert }
  }
}

type Report = (issue: Omit<ImportIssue, 'severity'>) => void

async function routesIn(root: string, files: string[], report: Report): Promise<unknown> {
  const file = files.find((name) => /(?:^|\/)routes[^/]*\.ya?ml$/i.test(name))
  if (!file) return undefined
  try {
    return readYaml(await readFile(join(root, file), 'utf8'))
  } catch (error) {
    report({ code: 'ROUTES_NOT_UNDERSTOOD', file, message: (error as Error).message })
    return undefined
  }
}

async function redirectsOf(root: string, files: string[], report: Report): Promise<NeutralRedirect[]> {
  const lists = files.filter((name) => /(?:^|\/)redirects[^/]*\.(?:json|ya?ml)$/i.test(name))
  const found = await Promise.all(
    lists.map(async (file) => redirectsIn(file, await readFile(join(root, file), 'utf8'), report)),
  )
  return found.flat()
}

function reportInternalTags(tables: GhostTables, report: Report): void {
  for (const tag of tables.tags.values())
    if (isInternal(tag))
      report({
        code: 'INTERNAL_TAG_APART',
        file: `tag ${tag.name ?? tag.id}`,
        message:
          'It steers the theme and is no topic: it is kept with the other data of Ghost, and no tag here.',
      })
}
