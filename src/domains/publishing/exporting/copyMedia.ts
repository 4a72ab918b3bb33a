/** Copies the files of media beside an export. */
import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import pMap from 'p-map'
import { storage } from '@/src/services/storage'

const concurrency = 4

/** @returns names of the files that the storage no longer has. */
export async function copyMedia(filenames: Iterable<string>, folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true })
  const missing: string[] = []
  await pMap(
    filenames,
    async (filename) => {
      // A file's name comes from us, and is still held to this folder.
      const name = basename(filename)
      const found = await storage().get(`media/${filename}`)
      if (!found || name !== filename) missing.push(filename)
      else
        await pipeline(
          Readable.fromWeb(found.body as ReadableStream),
          createWriteStream(join(folder, name), { flags: 'wx' }),
        )
    },
    { concurrency },
  )
  return missing.sort()
}
