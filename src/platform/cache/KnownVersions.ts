/**
 * Documents as the adapter gave them, each with the version that its row had. Nobody tells of changes here: whoever
 * asks has the current version from the database, and what is known in another one is not known.
 */
import { LRUCache } from 'lru-cache'
import { WrittenText } from '../WrittenText'

export type Document = Record<string, unknown> & { id: unknown }

interface Known {
  version: string
  /** As JSON, outside the heap: each asker gets a document of its own. */
  bytes: Buffer
  /** Its idle texts by field, which the other bytes have as null. */
  texts: [name: string, bytes: Buffer][]
}

interface Finding {
  /** Idle texts stay as they are written, for an answer in JSON. */
  isForJson?: boolean
}

export class KnownVersions {
  isOpen = false
  private readonly documents: LRUCache<string, Known>

  constructor(mostBytes: number) {
    this.documents = new LRUCache({
      maxSize: mostBytes,
      sizeCalculation: ({ version, bytes, texts }, key) =>
        texts.reduce((sum, [, text]) => sum + text.length, bytes.length + version.length + key.length),
    })
  }

  has(key: string): boolean {
    return this.documents.has(key)
  }

  find(key: string, version: string, { isForJson }: Finding = {}): Document | undefined {
    const known = this.documents.get(key)
    if (known?.version !== version) return undefined
    const document = JSON.parse(known.bytes.toString()) as Document
    for (const [name, bytes] of known.texts)
      document[name] = isForJson ? new WrittenText(bytes) : JSON.parse(bytes.toString())
    return document
  }

  /** @param idleTexts fields of rich texts at which Payload does nothing after a read, whoever asks. */
  keep(key: string, version: string, document: Document, idleTexts: string[] = []): void {
    if (!this.isOpen) return
    const rest: Document = { ...document }
    const texts = idleTexts.map((name): [string, Buffer] => {
      rest[name] = null
      return [name, bytesOf(document[name])]
    })
    this.documents.set(key, { version, bytes: bytesOf(rest), texts })
  }

  flush(): void {
    this.documents.clear()
  }
}

/** Memory of its own: Node cuts small buffers out of larger ones, which each piece keeps alive. */
function bytesOf(value: unknown): Buffer {
  const json = JSON.stringify(value)
  const bytes = Buffer.allocUnsafeSlow(Buffer.byteLength(json))
  bytes.write(json)
  return bytes
}
