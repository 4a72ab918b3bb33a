/** Which file of an exported folder holds which document, both ways. */
import { posix } from 'node:path'
import type { Addresses } from './addresses'

export type DocumentKind = 'content' | 'pages'
export type Place = { kind: DocumentKind; id: string }

export const mediaFolder = 'media'

export class Places {
  private readonly fileOf = new Map<string, string>()
  private readonly documentOf = new Map<string, Place>()
  private readonly taken = new Set<string>()
  private readonly nameOfMedia = new Map<string, string>()
  private readonly mediaOfName = new Map<string, string>()

  addDocument(place: Place, file: string): void {
    this.fileOf.set(place.id, file)
    this.documentOf.set(file, place)
    this.taken.add(file.toLowerCase())
  }

  addMedia(id: string, filename: string): void {
    this.nameOfMedia.set(id, filename)
    this.mediaOfName.set(filename, id)
  }

  has(file: string): boolean {
    return this.taken.has(file.toLowerCase())
  }

  file(id: string): string | undefined {
    return this.fileOf.get(id)
  }

  /** Path of a media file from the root of the folder. */
  mediaFile(id: unknown): string | undefined {
    const name = this.nameOfMedia.get(String(id))
    return name && `${mediaFolder}/${name}`
  }

  addressesFrom(file: string): Addresses {
    const from = posix.dirname(file)
    const relative = (path: string | undefined) => path && encodeURI(posix.relative(from, path))
    return {
      media: (id) => relative(this.mediaFile(id)),
      document: (doc) => {
        const target = this.fileOf.get(String(doc?.value))
        return target && this.documentOf.get(target)?.kind === doc?.relationTo ? relative(target) : undefined
      },
    }
  }

  /** The document that an address in `file` leads to, where it is one of the folder. */
  documentAt(address: string, file: string): Place | undefined {
    return this.documentOf.get(resolved(address, file))
  }

  mediaAt(address: string, file: string): string | undefined {
    const path = resolved(address, file)
    return path.startsWith(`${mediaFolder}/`)
      ? this.mediaOfName.get(path.slice(mediaFolder.length + 1))
      : undefined
  }
}

function resolved(address: string, file: string): string {
  return posix.join(posix.dirname(file), decoded(address))
}

function decoded(address: string): string {
  try {
    return decodeURI(address)
  } catch {
    return address
  }
}
