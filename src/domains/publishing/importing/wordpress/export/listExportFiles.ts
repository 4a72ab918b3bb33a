import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, open, readdir, realpath, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import iconv from 'iconv-lite'
import { AppError } from '@/src/platform/errors'

export type ExportFiles = { identity: string; paths: string[]; remove: () => Promise<void> }

/** The files of an export: one, or all of a folder, since WordPress parts large sites. @throws AppError IMPORT_FILE_MISSING */
export async function listExportFiles(path: string): Promise<ExportFiles> {
  const found = await stat(path).catch(() => undefined)
  if (!found) throw new AppError('IMPORT_FILE_MISSING', `There is nothing at ${path}.`, 400)
  const identity = await realpath(path)
  const paths = found.isDirectory()
    ? (await readdir(identity))
        .filter((name) => /\.xml$/i.test(name))
        .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
        .map((name) => join(identity, name))
    : [identity]
  if (paths.length === 0) throw new AppError('IMPORT_FILE_MISSING', `There is no XML file in ${path}.`, 400)
  return inBytesOfAscii(identity, paths)
}

/** Items are cut by bytes, which two bytes a character would hide: such files are rewritten first. */
async function inBytesOfAscii(identity: string, paths: string[]): Promise<ExportFiles> {
  let folder: string | undefined
  const readable: string[] = []
  for (const path of paths) {
    const encoding = await wideEncoding(path)
    if (!encoding) readable.push(path)
    else {
      folder ??= await mkdtemp(join(tmpdir(), 'masthead-export-'))
      const copy = join(folder, basename(path))
      await pipeline(
        createReadStream(path),
        iconv.decodeStream(encoding),
        iconv.encodeStream('utf-8'),
        createWriteStream(copy),
      )
      readable.push(copy)
    }
  }
  const remove = async () => {
    if (folder) await rm(folder, { recursive: true, force: true })
  }
  return { identity, paths: readable, remove }
}

async function wideEncoding(path: string): Promise<string | undefined> {
  const file = await open(path, 'r')
  try {
    const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0)
    const [first, second] = buffer
    if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le'
    return (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c) ? 'utf-16be' : undefined
  } finally {
    await file.close()
  }
}
