import { LRUCache } from 'lru-cache'
import { anyDocumentOf, type Change, filedAnywhere, touchedBy } from './dependencies'

export interface ToldChange extends Change {
  /** The transaction that made it, where one of Payload's did. */
  by?: string | null
}

/** Milliseconds in which the database tells us what we wrote. */
const longest = 60_000

/**
 * What this process dropped when it committed a transaction. The database tells it of the same writes a moment later,
 * when answers that know of them may be there already.
 */
export class OwnWrites {
  private readonly dropped = new LRUCache<string, ReadonlySet<string>>({ max: 1_000, ttl: longest })

  note(writer: string, changes: Change[]): void {
    this.dropped.set(writer, new Set(changes.flatMap(touchedBy)))
  }

  /** Whether everything that the change touches was dropped after its commit. */
  covers(change: ToldChange): boolean {
    const { by, of } = change
    const dropped = by ? this.dropped.get(by) : undefined
    if (!dropped || of === undefined) return false
    return touchedBy(change).every(
      (name) =>
        dropped.has(name) ||
        (name.startsWith('t:') && dropped.has(filedAnywhere(of))) ||
        (name.startsWith('d:') && dropped.has(anyDocumentOf(of))),
    )
  }
}
