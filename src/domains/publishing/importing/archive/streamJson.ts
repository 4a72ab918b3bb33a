/** Reads values out of a JSON file that may be larger than memory. */
import { createReadStream } from 'node:fs'
import { JSONParser } from '@streamparser/json'
import { AppError } from '@/src/platform/errors'

export type FoundValue = {
  /** Keys from the root to the value: `['db', 0, 'data', 'posts', 3]`. */
  path: (string | number)[]
  value: unknown
}

/** One value that is larger than this is no article but an attack on memory. */
const largestValueBytes = 64 * 1024 * 1024

/**
 * Values at `paths` (`$.records.*`), in the order of the file.
 * @throws AppError IMPORT_FILE_DAMAGED, IMPORT_VALUE_TOO_LARGE
 */
export async function* streamJson(file: string, paths: string[]): AsyncGenerator<FoundValue> {
  const parser = new JSONParser({ paths, keepStack: false, stringBufferSize: 64 * 1024 })
  let found: FoundValue[] = []
  let failure: Error | undefined
  parser.onValue = ({ value, key, stack }) => {
    const keys = [...stack.slice(1).map((level) => level.key), key]
    found.push({ path: keys as (string | number)[], value })
  }
  parser.onError = (error) => {
    failure ??= error
  }
  let bytes = 0
  let since = 0
  for await (const chunk of chunksOf(file)) {
    try {
      parser.write(chunk)
    } catch (error) {
      failure ??= error as Error
    }
    bytes += chunk.length
    since = found.length > 0 ? 0 : since + chunk.length
    yield* found
    found = []
    if (failure) throw damaged(file, failure.message, bytes)
    if (since > largestValueBytes)
      throw new AppError('IMPORT_VALUE_TOO_LARGE', `${file} holds a single value of more than 64 MB.`, 413)
  }
  if (!parser.isEnded) throw damaged(file, 'it ends too early', bytes)
}

function damaged(file: string, reason: string, bytes: number): AppError {
  const where = `within the first ${(bytes / 1024).toFixed(0)} kB`
  return new AppError(
    'IMPORT_FILE_DAMAGED',
    `${file} is no whole JSON (${where}): ${reason.split('\n')[0]}`,
    400,
  )
}

async function* chunksOf(file: string): AsyncGenerator<Buffer> {
  let isFirst = true
  for await (const chunk of createReadStream(file, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
    const hasMark = isFirst && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf
    isFirst = false
    yield hasMark ? chunk.subarray(3) : chunk
  }
}
