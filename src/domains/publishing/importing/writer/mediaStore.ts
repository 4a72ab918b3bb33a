import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { createLocalReq, type Payload } from 'payload'
import { type StoredMedia, storeMedia } from '@/src/domains/media'
import { readInside } from '../markdown/source/readText'
import { DocumentError } from '../neutral'

const maxMediaBytes = 64 * 1024 * 1024

/** Pictures and downloads of one source folder: each file is read for its digest once and stored once. */
export class MediaStore {
  readonly counts = { stored: 0, reused: 0 }
  private readonly digests = new Map<string, Promise<string>>()
  private readonly stored = new Map<string, Promise<StoredMedia>>()

  constructor(
    private readonly payload: Payload,
    private readonly root: string,
  ) {}

  /** @throws DocumentError when the file cannot be read. */
  digest(file: string): Promise<string> {
    return remembered(this.digests, file, async () =>
      createHash('sha256')
        .update(await readInside(this.root, file, maxMediaBytes))
        .digest('base64url'),
    )
  }

  /** @throws DocumentError when the file is none that the site can show. */
  store(file: string, alt: string): Promise<StoredMedia> {
    return remembered(this.stored, file, async () => {
      const data = await readInside(this.root, file, maxMediaBytes)
      try {
        const req = await createLocalReq({}, this.payload)
        const media = await storeMedia(req, {
          data,
          filename: basename(file),
          alt: (alt.trim() || wordsOf(file)).slice(0, 500),
        })
        this.counts[media.created ? 'stored' : 'reused'] += 1
        return media
      } catch (error) {
        const { code, message } = error as { code?: string; message: string }
        throw new DocumentError('MEDIA_REFUSED', `${file}: ${message}${code ? ` (${code})` : ''}`)
      }
    })
  }
}

function wordsOf(file: string): string {
  return (
    basename(file)
      .replace(/\.\w+$/, '')
      .replace(/[-_.]+/g, ' ')
      .trim() || 'Picture'
  )
}

function remembered<Value>(
  map: Map<string, Promise<Value>>,
  key: string,
  make: () => Promise<Value>,
): Promise<Value> {
  const found = map.get(key) ?? make()
  map.set(key, found)
  return found
}
