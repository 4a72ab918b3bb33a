/** Whole answers by normalised address, dropped by what they were made of, within a limit of bytes. */
import { LRUCache } from 'lru-cache'
import type { Answer } from './Answer'
import { everything } from './dependencies'
import type { Reads } from './Reads'

interface Entry {
  answer: Answer
  names: ReadonlySet<string>
}

/** A fill remembers what changed since it began: what it read may be older than that. */
export interface Fill {
  changed: Set<string>
}

export interface CacheFigures {
  entries: number
  bytes: number
  hits: number
  misses: number
  stored: number
  dropped: number
}

export class AnswerCache {
  /** False while nobody tells of changes: then every answer is made anew. */
  isOpen = false
  readonly figures = { hits: 0, misses: 0, stored: 0, dropped: 0 }
  private readonly entries: LRUCache<string, Entry>
  private readonly keysOf = new Map<string, Set<string>>()
  private readonly fills = new Set<Fill>()

  constructor(maxBytes: number) {
    this.entries = new LRUCache<string, Entry>({
      maxSize: maxBytes,
      maxEntrySize: Math.max(1, Math.floor(maxBytes / 8)),
      dispose: (entry, key, reason) => {
        if (reason !== 'set') this.forget(key, entry)
      },
    })
  }

  get(key: string): Answer | undefined {
    if (!this.isOpen) return undefined
    const entry = this.entries.get(key)
    if (entry) this.figures.hits += 1
    else this.figures.misses += 1
    return entry?.answer
  }

  begin(): Fill {
    const fill = { changed: new Set<string>() }
    this.fills.add(fill)
    return fill
  }

  end(fill: Fill): void {
    this.fills.delete(fill)
  }

  /** @returns false when what was read is not known, or changed meanwhile. */
  store(key: string, answer: Answer, { names, isPublic }: Reads, { changed }: Fill, ttlMs: number): boolean {
    if (!this.isOpen || !isPublic || names.size === 0 || changed.has(everything)) return false
    if (names.has(everything) ? changed.size > 0 : overlaps(names, changed)) return false
    const entry = { answer, names: new Set(names) }
    this.entries.delete(key)
    this.entries.set(key, entry, { size: sizeOf(key, entry), ttl: ttlMs })
    if (!this.entries.has(key)) return false
    for (const name of entry.names) this.keys(name).add(key)
    this.figures.stored += 1
    return true
  }

  /** A compressed form came to an answer that is stored. */
  resize(key: string, answer: Answer): void {
    const entry = this.entries.peek(key)
    if (entry?.answer !== answer) return
    this.entries.set(key, entry, { size: sizeOf(key, entry), ttl: this.entries.getRemainingTTL(key) })
    if (!this.entries.has(key)) this.forget(key, entry)
  }

  drop(names: readonly string[]): void {
    for (const { changed } of this.fills) for (const name of names) changed.add(name)
    if (names.includes(everything)) {
      this.flush()
      return
    }
    for (const name of [...names, everything]) {
      for (const key of this.keysOf.get(name) ?? []) {
        this.entries.delete(key)
        this.figures.dropped += 1
      }
    }
  }

  flush(): void {
    for (const { changed } of this.fills) changed.add(everything)
    this.figures.dropped += this.entries.size
    this.entries.clear()
    this.keysOf.clear()
  }

  read(): CacheFigures {
    return { ...this.figures, entries: this.entries.size, bytes: this.entries.calculatedSize }
  }

  private keys(name: string): Set<string> {
    const known = this.keysOf.get(name) ?? new Set()
    this.keysOf.set(name, known)
    return known
  }

  private forget(key: string, { names }: Entry): void {
    for (const name of names) {
      const keys = this.keysOf.get(name)
      keys?.delete(key)
      if (keys?.size === 0) this.keysOf.delete(name)
    }
  }
}

/** Strings and sets cost more than their letters. */
function sizeOf(key: string, { answer, names }: Entry): number {
  return answer.bytes + key.length * 2 + 500 + names.size * 150
}

function overlaps(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const [small, large] = one.size < other.size ? [one, other] : [other, one]
  for (const name of small) if (large.has(name)) return true
  return false
}
