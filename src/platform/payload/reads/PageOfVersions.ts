import type { SanitizedCollectionConfig } from 'payload'
import type { Document, KnownVersions } from '@/src/platform/cache/KnownVersions'
import { idleTextsOf } from './idleTexts'

/** The id, and whatever else makes the version. */
export type VersionRow = [id: string, ...version: (string | null)[]]

interface Reading {
  shape: string
  config: SanitizedCollectionConfig | undefined
  /** The documents go into an answer in JSON, and nowhere else. */
  isForJson: boolean
}

/** A page of which the database said what is on it and in which version, but read whole only what is not known so. */
export class PageOfVersions {
  /** Ids of documents that have to be read. */
  readonly missing: string[] = []
  private readonly found = new Map<string, Document>()

  constructor(
    private readonly known: KnownVersions,
    private readonly rows: VersionRow[],
    private readonly reading: Reading,
  ) {
    for (const row of rows) {
      const document = known.find(this.keyOf(row), versionOf(row), reading)
      if (document) this.found.set(row[0], document)
      else this.missing.push(row[0])
    }
  }

  /** @param read those that were missing; who is not among them is gone since. */
  complete(read: Document[]): Document[] {
    const fresh = new Map(read.map((document) => [String(document.id), document]))
    return this.rows.flatMap((row) => {
      const document = fresh.get(row[0])
      if (document) this.keep(row, document)
      return document ?? this.found.get(row[0]) ?? []
    })
  }

  private keep(row: VersionRow, document: Document): void {
    const { config } = this.reading
    const idleTexts = config && idleTextsOf(config, document)
    this.known.keep(this.keyOf(row), versionOf(row), document, idleTexts)
  }

  private keyOf([id]: VersionRow): string {
    return `${this.reading.shape} ${id}`
  }
}

function versionOf([, ...version]: VersionRow): string {
  return version.join('\n')
}
