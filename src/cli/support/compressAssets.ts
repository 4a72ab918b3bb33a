/** Writes the compressed forms of the build's scripts and styles beside them, once for all who will ask. */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import pMap from 'p-map'
import { buildFolder } from './buildState'

const compressible = /\.(js|css|svg|json|txt|map)$/
const smallest = 1_024
const threads = 4

/** Levels at which a build waits seconds, not minutes. */
const brotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }
const gzipOptions = { level: 9 }

export async function compressAssets(): Promise<void> {
  const folder = join(buildFolder, 'static')
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && compressible.test(entry.name))
  await pMap(files, ({ parentPath, name }) => compressFile(join(parentPath, name)), { concurrency: threads })
}

async function compressFile(file: string): Promise<void> {
  const bytes = await readFile(file)
  if (bytes.length < smallest) return
  await writeFile(`${file}.br`, await promisify(brotliCompress)(bytes, brotliOptions))
  await writeFile(`${file}.gz`, await promisify(gzip)(bytes, gzipOptions))
}
