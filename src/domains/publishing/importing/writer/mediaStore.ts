import { basename } from 'node:path'
import { createLocalReq, type Payload } from 'payload'
import { type StoredMedia, storeMedia } from '@/src/domains/media'
import { DocumentError } from '../neutral'
import type { SourceFiles } from '../source'

export type PlacedMedia = Pick<StoredMedia, 'id' | 'url'>

type Site = { payload: Payload; importer: string; files: SourceFiles }

/** Pictures and downloads of one source: each file is read once and stored once, over all runs. */
export class MediaStore {
  readonly counts = { stored: 0, reused: 0 }
  private readonly placed = new Map<string, Promise<PlacedMedia>>()

  constructor(private readonly site: Site) {}

  get files(): SourceFiles {
    return this.site.files
  }

  /** @throws DocumentError when the file is none that the site can show, or cannot be had. */
  store(file: string, alt: string): Promise<PlacedMedia> {
    const found = this.placed.get(file) ?? this.findOrStore(file, alt)
    this.placed.set(file, found)
    return found
  }

  private async findOrStore(file: string, alt: string): Promise<PlacedMedia> {
    const key = this.files.sourceKey?.(file)
    const known = key ? await this.findByKey(key) : undefined
    if (known) this.counts.reused += 1
    return known ?? this.readAndStore(file, alt, key)
  }

  private async findByKey(key: string): Promise<PlacedMedia | undefined> {
    const { payload, importer } = this.site
    // Media is public; the import asks for the site.
    const { docs } = await payload.find({
      collection: 'media',
      where: { 'source.key': { equals: key }, 'source.importer': { equals: importer } },
      select: { filename: true, url: true },
      depth: 0,
      limit: 1,
      pagination: false,
      overrideAccess: true,
    })
    const [media] = docs
    return media && { id: media.id, url: media.url ?? '' }
  }

  private async readAndStore(file: string, alt: string, key: string | undefined): Promise<PlacedMedia> {
    const { payload, importer, files } = this.site
    const { data, filename, ...about } = await files.read(file)
    try {
      const media = await storeMedia(await createLocalReq({}, payload), {
        data,
        filename,
        alt: (alt.trim() || about.alt?.trim() || wordsOf(filename)).slice(0, 500),
        caption: about.caption?.slice(0, 1000),
        credit: about.credit?.slice(0, 200),
        ...(key ? { source: { importer, key } } : {}),
      })
      this.counts[media.created ? 'stored' : 'reused'] += 1
      return media
    } catch (error) {
      const { code, message } = error as { code?: string; message: string }
      throw new DocumentError('MEDIA_REFUSED', `${file}: ${message}${code ? ` (${code})` : ''}`)
    }
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
