import { createReadStream } from 'node:fs'
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import { Readable } from 'node:stream'
import { v4 as uuid } from 'uuid'
import { env } from '@/src/platform/env'
import type { Storage } from '.'

/** Files under DATA_DIR/uploads. A file appears whole or not at all: it is written aside and renamed. */
export function localStorage(root = join(env.DATA_DIR, 'uploads')): Storage {
  return {
    async put(key, bytes) {
      const path = pathOf(root, key)
      const draft = `${path}.${uuid()}.part`
      await mkdir(dirname(path), { recursive: true })
      try {
        await writeFile(draft, bytes)
        await rename(draft, path)
      } catch (error) {
        await rm(draft, { force: true })
        throw error
      }
    },
    async get(key, range) {
      const sizeBytes = await sizeOf(pathOf(root, key))
      if (sizeBytes === null) return null
      const stream = createReadStream(pathOf(root, key), range)
      return { body: Readable.toWeb(stream) as ReadableStream<Uint8Array>, sizeBytes }
    },
    size: (key) => sizeOf(pathOf(root, key)),
    delete: (key) => rm(pathOf(root, key), { force: true }),
  }
}

async function sizeOf(path: string): Promise<number | null> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null
    throw error
  })
  return found?.isFile() ? found.size : null
}

function pathOf(root: string, key: string): string {
  const path = resolve(root, key)
  if (!path.startsWith(resolve(root) + sep)) throw new Error('A storage key must stay inside its folder')
  return path
}
