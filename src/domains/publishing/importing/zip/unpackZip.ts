/** Unpacks a ZIP from elsewhere: no path leaves the folder, no link is made, and a bomb ends early. */
import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve, sep } from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { AppError } from '@/src/platform/errors'

export type ZipLimits = {
  entries: number
  /** Bytes of everything together, unpacked. */
  totalBytes: number
  entryBytes: number
  /** How many times larger than packed an entry may be, once it is larger than `freeBytes`. */
  ratio: number
  freeBytes: number
}

export const zipLimits: ZipLimits = {
  entries: 200_000,
  totalBytes: 20 * 1024 ** 3,
  entryBytes: 4 * 1024 ** 3,
  ratio: 200,
  freeBytes: 10 * 1024 * 1024,
}

export type Unpacked = {
  folder: string
  /** Paths within the folder, with forward slashes. */
  files: string[]
  remove: () => Promise<void>
}

type Options = { isWanted?: (path: string) => boolean; limits?: Partial<ZipLimits> }

/**
 * @throws AppError ZIP_DAMAGED, ZIP_ENCRYPTED, ZIP_PATH_REFUSED, ZIP_LINK_REFUSED, ZIP_TOO_MANY_FILES, ZIP_TOO_LARGE,
 * ZIP_BOMB
 */
export async function unpackZip(
  path: string,
  { isWanted = () => true, limits }: Options = {},
): Promise<Unpacked> {
  const folder = await mkdtemp(join(tmpdir(), 'masthead-zip-'))
  const remove = () => rm(folder, { recursive: true, force: true })
  try {
    return { folder, files: await unpackInto(folder, path, isWanted, { ...zipLimits, ...limits }), remove }
  } catch (error) {
    await remove()
    throw error instanceof AppError ? error : asDamage(error)
  }
}

/** Whether the first bytes are those of a ZIP. */
export async function isZip(path: string): Promise<boolean> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0)
    return bytesRead === 4 && ['504b0304', '504b0506'].includes(buffer.toString('hex'))
  } finally {
    await file.close()
  }
}

const openZip = promisify(yauzl.open) as (
  path: string,
  options: yauzl.Options & { strictFileNames?: boolean },
) => Promise<ZipFile>

async function unpackInto(
  folder: string,
  path: string,
  isWanted: (path: string) => boolean,
  limits: ZipLimits,
): Promise<string[]> {
  // Names are decoded and checked by the library: no backslash, no drive, no `..`, no slash in front.
  const zip = await openZip(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true })
  const files: string[] = []
  let total = 0
  try {
    if (zip.entryCount > limits.entries)
      throw new AppError('ZIP_TOO_MANY_FILES', `The ZIP holds more than ${limits.entries} files.`, 413)
    const seen = new Set<string>()
    for await (const entry of entriesOf(zip)) {
      const name = nameOf(entry, folder)
      if (name === undefined || !isWanted(name)) continue
      // Two entries of one name are two truths: which one a tool shows is chance.
      if (seen.has(name.toLowerCase())) throw refused('ZIP_PATH_REFUSED', name, 'is there twice')
      seen.add(name.toLowerCase())
      refuseSize(entry, limits)
      const target = join(folder, name)
      await mkdir(dirname(target), { recursive: true })
      const meter = meterOf(entry, limits, (bytes) => {
        total += bytes
        if (total > limits.totalBytes)
          throw new AppError(
            'ZIP_TOO_LARGE',
            `The ZIP unpacks to more than ${gigabytes(limits.totalBytes)}.`,
            413,
          )
      })
      await pipeline(await streamOf(zip, entry), meter, createWriteStream(target, { flags: 'wx' }))
      files.push(name)
    }
    return files.sort()
  } finally {
    zip.close()
  }
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  for (;;) {
    const next = nextEntry(zip)
    zip.readEntry()
    const entry = await next
    if (!entry) return
    yield entry
  }
}

function nextEntry(zip: ZipFile): Promise<Entry | undefined> {
  return new Promise((settle, fail) => {
    const onEntry = (entry: Entry) => end(() => settle(entry))
    const onEnd = () => end(() => settle(undefined))
    const onError = (error: Error) => end(() => fail(error))
    const end = (tell: () => void) => {
      zip.off('entry', onEntry).off('end', onEnd).off('error', onError)
      tell()
    }
    zip.on('entry', onEntry).on('end', onEnd).on('error', onError)
  })
}

const fileTypeBits = 0o170000
const types = { folder: 0o040000, file: 0o100000 }

/** Path of a file; `undefined` for a folder and for what operating systems add. */
function nameOf(entry: Entry, folder: string): string | undefined {
  const name = entry.fileName
  if (name.endsWith('/') || /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$)/.test(name)) return undefined
  const type = (entry.externalFileAttributes >>> 16) & fileTypeBits
  if (type !== 0 && type !== types.file && type !== types.folder)
    throw refused('ZIP_LINK_REFUSED', name, 'is no plain file')
  if (entry.isEncrypted()) throw new AppError('ZIP_ENCRYPTED', 'The ZIP is protected by a password.', 400)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
  if (/[\u0000-\u001f]/.test(name) || name.length > 1000)
    throw refused('ZIP_PATH_REFUSED', name, 'is no name')
  if (!resolve(folder, name).startsWith(folder + sep))
    throw refused('ZIP_PATH_REFUSED', name, 'leaves the folder')
  return name
}

/** What the entry says of itself; what it really holds is measured while it unpacks. */
function refuseSize(entry: Entry, limits: ZipLimits): void {
  const { uncompressedSize, compressedSize } = entry
  if (uncompressedSize > limits.entryBytes)
    throw refused('ZIP_TOO_LARGE', entry.fileName, `is larger than ${gigabytes(limits.entryBytes)}`)
  if (uncompressedSize > limits.freeBytes && uncompressedSize > compressedSize * limits.ratio)
    throw refused('ZIP_BOMB', entry.fileName, 'is packed too well to be true')
}

function meterOf(entry: Entry, limits: ZipLimits, count: (bytes: number) => void): Transform {
  let bytes = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      try {
        count(chunk.length)
        refuseSize(Object.assign(Object.create(entry) as Entry, { uncompressedSize: bytes }), limits)
        done(null, chunk)
      } catch (error) {
        done(error as Error)
      }
    },
  })
}

function streamOf(zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((settle, fail) => {
    zip.openReadStream(entry, (error, stream) => (error ? fail(error) : settle(stream)))
  })
}

function refused(code: string, name: string, reason: string): AppError {
  return new AppError(code, `“${name.slice(0, 100)}” in the ZIP ${reason}.`, 400)
}

/** The library's own refusals, by what they say. */
function asDamage(error: unknown): AppError {
  const { message } = error as Error
  if (/relative path|absolute path|invalid characters in fileName|backslash/i.test(message))
    return new AppError('ZIP_PATH_REFUSED', `The ZIP holds a path that leaves it: ${message}`, 400)
  if (/too many bytes/i.test(message))
    return new AppError('ZIP_BOMB', `The ZIP holds more than it says: ${message}`, 400)
  return new AppError('ZIP_DAMAGED', `The ZIP cannot be read: ${message}`, 400)
}

function gigabytes(bytes: number): string {
  return `${(bytes / 1024 ** 3).toFixed(1)} GB`
}
