/**
 * Documents as the adapter gave them, each with the version that its row had. Nobody tells of changes here: whoever
 * asks has the current version from the database, and what is known in another one is not known.
 */
import { LRUCache } from 'lru-cache'

export type Document = Record<string, unknown> & { id: unknown }

interface Known {
  version: string
  /** As JSON, outside the heap: each asker gets a document of its own. */
  bytes: Buffer
}

export class KnownVersions {
  isOpen = false
  private readonly documents: LRUCache<string, Known>

  constructor(mostBytes: number) {
    this.documents = new LRUCache({
      maxSize: mostBytes,
      sizeCalculation: ({ version, bytes }, key) => bytes.length + version.length + key.length,
    })
  }

  has(key: string): boolean {
    return this.documents.has(key)
  }

  find(key: string, version: string): Document | undefined {
    const known = this.documents.get(key)
    return known?.version === version ? JSON.parse(known.bytes.toString()) : undefined
  }

  keep(key: string, version: string, document: Document): void {
    if (this.isOpen) this.documents.set(key, { version, bytes: Buffer.from(JSON.stringify(document)) })
  }

  flush(): void {
    this.documents.clear()
  }
}
