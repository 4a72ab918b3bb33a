import { readFile, realpath, stat } from 'node:fs/promises'
import { resolve, sep } from 'node:path'
import chardet from 'chardet'
import iconv from 'iconv-lite'
import { DocumentError } from '../../neutral'

export type SourceText = { text: string; warning?: { code: string; message: string } }

/** Larger than any article; its editor form would be several times as large. */
export const defaultMaxFileBytes = 8 * 1024 * 1024

/** Text of a file inside of `root`, whatever its encoding. @throws DocumentError when it cannot be had. */
export async function readText(
  root: string,
  file: string,
  maxBytes = defaultMaxFileBytes,
): Promise<SourceText> {
  return decode(await readInside(root, file, maxBytes))
}

/** Bytes of a file inside of `root`. @throws DocumentError when it is missing, too large, unreadable or elsewhere. */
export async function readInside(root: string, file: string, maxBytes: number): Promise<Buffer> {
  try {
    const path = await pathInside(root, file)
    const { size } = await stat(path)
    if (size > maxBytes) {
      const [mb, limit] = [size, maxBytes].map((bytes) => Math.round(bytes / 1024 / 1024))
      throw new DocumentError('FILE_TOO_LARGE', `${mb} MB; the limit is ${limit} MB.`)
    }
    return await readFile(path)
  } catch (error) {
    if (error instanceof DocumentError) throw error
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR')
      throw new DocumentError('FILE_MISSING', `${file} is not there.`)
    throw new DocumentError('FILE_UNREADABLE', `${file} cannot be read (${code ?? error}).`)
  }
}

/** The real path of a file, links followed. @throws DocumentError when it lies outside of `root`. */
export async function pathInside(root: string, file: string): Promise<string> {
  const path = await realpath(resolve(root, file))
  const realRoot = await realpath(root)
  if (path !== realRoot && !path.startsWith(realRoot + sep)) {
    throw new DocumentError('OUTSIDE_OF_FOLDER', `${file} lies outside of the folder.`)
  }
  return path
}

/** Share of NUL bytes from which a file is no text. */
const binaryShare = 0.05

export function decode(bytes: Buffer): SourceText {
  const marked = markedEncoding(bytes)
  if (marked) return clean(iconv.decode(bytes, marked))
  const utf8 = strictUtf8(bytes)
  const nulls = countNulls(bytes)
  if (utf8 !== undefined && nulls === 0) return clean(utf8)
  if (nulls > 0) {
    const wide = wideEncoding(bytes)
    if (wide) return guessed(bytes, wide)
    if (nulls / bytes.length > binaryShare) throw new DocumentError('NOT_TEXT', 'The file is not text.')
    const text = utf8 ?? iconv.decode(bytes, 'windows-1252')
    return { ...clean(text), warning: { code: 'NUL_BYTES', message: `${nulls} NUL bytes were left out.` } }
  }
  const detected = chardet.detect(bytes)
  return guessed(
    bytes,
    detected && iconv.encodingExists(detected) && detected !== 'UTF-8' ? detected : 'windows-1252',
  )
}

function guessed(bytes: Buffer, encoding: string): SourceText {
  const message = `Not UTF-8: read as ${encoding}.`
  return { ...clean(iconv.decode(bytes, encoding)), warning: { code: 'ENCODING_GUESSED', message } }
}

function markedEncoding(bytes: Buffer): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8' : undefined
}

/** UTF-16 without a mark: most of one half of its bytes are NUL. */
function wideEncoding(bytes: Buffer): string | undefined {
  const sample = bytes.subarray(0, 4096)
  const half = Math.max(1, Math.floor(sample.length / 2))
  let even = 0
  let odd = 0
  for (let index = 0; index < sample.length; index += 1) {
    if (sample[index] !== 0) continue
    if (index % 2 === 0) even += 1
    else odd += 1
  }
  if (odd / half > 0.4 && even / half < 0.1) return 'utf-16le'
  return even / half > 0.4 && odd / half < 0.1 ? 'utf-16be' : undefined
}

function countNulls(bytes: Buffer): number {
  let count = 0
  for (let at = bytes.indexOf(0); at >= 0; at = bytes.indexOf(0, at + 1)) count += 1
  return count
}

function strictUtf8(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** One kind of line end, and nothing that Postgres refuses in text. */
function clean(text: string): SourceText {
  return {
    text: text
      .replace(/^\uFEFF/, '')
      .replaceAll('\u0000', '')
      .replace(/\r\n?/g, '\n'),
  }
}
