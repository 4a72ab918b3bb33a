import type { Adapter } from '@payloadcms/plugin-cloud-storage/types'
import type { Storage, StoredObject } from '@/src/services/storage'
import { storage } from '@/src/services/storage'
import { mediaTypes } from './prepareUpload'
import { publicMediaPath } from './publicMediaPath'

/** Payload's uploads over our storage port. `folder` is the first segment of every key. */
export function storageAdapter(folder: 'media' | 'files'): Adapter {
  const keyOf = (filename: string) => `${folder}/${filename}`
  return () => ({
    name: 'masthead',
    handleUpload: async ({ file }) => {
      await storage().put(keyOf(file.filename), file.buffer, file.mimeType)
    },
    handleDelete: ({ filename }) => storage().delete(keyOf(filename)),
    generateURL: ({ collection, filename }) =>
      folder === 'media'
        ? publicMediaPath(filename)
        : `/api/${collection.slug}/file/${encodeURIComponent(filename)}`,
    staticHandler: (req, { params: { filename }, headers }) =>
      answerFile(storage(), keyOf(filename), req.headers, typed(headers ?? new Headers(), folder, filename)),
  })
}

/** A private file is downloaded, never shown: it may be a page that would run with our origin. */
function typed(headers: Headers, folder: 'media' | 'files', filename: string): Headers {
  if (folder === 'media') headers.set('Content-Type', mediaTypeOf(filename))
  else {
    headers.set('Content-Type', 'application/octet-stream')
    headers.set('Content-Disposition', 'attachment')
  }
  return headers
}

/** Media are named by us, after what they contain. */
function mediaTypeOf(filename: string): string {
  const known = Object.entries(mediaTypes).find(([, extension]) => filename.endsWith(`.${extension}`))
  return known?.[0] ?? 'application/octet-stream'
}

/** Browsers may keep what is served for ever: a key names its content. */
export const immutableCache = 'public, max-age=31536000, immutable'

async function answerFile(from: Storage, key: string, asked: Headers, headers: Headers): Promise<Response> {
  const etag = `"${key.replace(/[^\w.-]/g, '_')}"`
  headers.set('ETag', etag)
  headers.set('Accept-Ranges', 'bytes')
  headers.set('X-Content-Type-Options', 'nosniff')
  headers.set('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
  headers.set('Cache-Control', key.startsWith('media/') ? immutableCache : 'private, no-store')
  if (asked.get('if-none-match') === etag) return new Response(null, { status: 304, headers })
  const range = await rangeOf(from, key, asked.get('range'))
  if (range === 'unsatisfiable') return new Response(null, { status: 416, headers })
  const found = await from.get(key, range)
  if (!found)
    return Response.json({ errors: [{ message: 'File not found.', code: 'NOT_FOUND' }] }, { status: 404 })
  return range ? partial(found, range, headers) : whole(found, headers)
}

function whole(found: StoredObject, headers: Headers): Response {
  headers.set('Content-Length', String(found.sizeBytes))
  return new Response(found.body, { headers })
}

function partial(found: StoredObject, { start, end }: ByteRange, headers: Headers): Response {
  headers.set('Content-Length', String(end - start + 1))
  headers.set('Content-Range', `bytes ${start}-${end}/${found.sizeBytes}`)
  return new Response(found.body, { status: 206, headers })
}

interface ByteRange {
  start: number
  end: number
}

/** One range of bytes, as players of video ask for; anything else is answered whole. */
async function rangeOf(from: Storage, key: string, header: string | null) {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? []
  if (!first && !last) return undefined
  const sizeBytes = await from.size(key)
  if (sizeBytes === null) return undefined
  const start = first ? Number(first) : Math.max(0, sizeBytes - Number(last))
  const end = first && last ? Math.min(Number(last), sizeBytes - 1) : sizeBytes - 1
  return start > end ? 'unsatisfiable' : ({ start, end } satisfies ByteRange)
}
