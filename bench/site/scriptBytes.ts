import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'

/** Bytes, as brotli sends them, of the scripts that a page asks a browser of today for. `folder` holds the build. */
export function scriptBytes(html: string, folder: string): number {
  const named = [...html.matchAll(/<script\b[^>]*\ssrc="([^"]+)"[^>]*>/g)]
    // Old browsers alone read these.
    .filter(([tag]) => !/\snomodule/i.test(tag))
    .map(([, file = '']) => file)
  // A kept page's loader brings the others.
  const later = [...html.matchAll(/<script data-files="([^"]+)"/g)].flatMap(([, files = '']) =>
    files.split(' '),
  )
  const files = [...named, ...later].flatMap((file) => file.match(/^\/_next\/([^?]+\.js)/)?.[1] ?? [])
  return [...new Set(files)].reduce((sum, file) => sum + compressedBytes(join(folder, file)), 0)
}

function compressedBytes(file: string): number {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 10 }
  return brotliCompressSync(readFileSync(file), { params }).length
}
