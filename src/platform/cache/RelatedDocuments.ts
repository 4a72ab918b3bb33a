/**
 * Documents that others are populated with, as the database gave them: the few tags, categories and authors of which
 * each list has some. Rights are asked and hooks run anew at each use. Empty while nobody tells of changes.
 */
import { LRUCache } from 'lru-cache'
import { type Change, everything } from './dependencies'

type Document = Record<string, unknown> & { id: unknown }

/** Null: there is none that the asker may see. */
type Kept = Document | null

const mostKept = 5_000

/** A place for what was found of a collection; empty again when that changes. */
interface Slot<Value> {
  kept: Value | undefined
  keep: (value: Value) => void
}

export class RelatedDocuments {
  /** False while nobody tells of changes. */
  isOpen = false
  private readonly documents = new LRUCache<string, { kept: Kept }>({ max: mostKept })
  private readonly findings = new LRUCache<string, object>({ max: mostKept })
  /** How often a collection changed: what was read before is not kept after. */
  private readonly changes = new Map<string, number>()

  /** @param question what is asked of each document: its fields and the right to see it. */
  async find(
    { slug, question, ids }: { slug: string; question: string; ids: string[] },
    read: (ids: string[]) => Promise<Document[]>,
  ): Promise<Map<string, Document>> {
    const found = new Map<string, Document>()
    const missing: string[] = []
    const keyOf = (id: string) => `${slug} ${this.changesOf(slug)} ${id} ${question}`
    for (const id of ids) {
      const known = this.isOpen ? this.documents.get(keyOf(id)) : undefined
      if (known?.kept) found.set(id, copyOf(known.kept))
      else if (!known) missing.push(id)
    }
    if (missing.length === 0) return found
    const before = missing.map(keyOf)
    for (const document of await read(missing)) found.set(String(document.id), document)
    for (const [index, id] of missing.entries()) {
      const key = keyOf(id)
      const document = found.get(id)
      if (this.isOpen && key === before[index])
        this.documents.set(key, { kept: document ? copyOf(document) : null })
    }
    return found
  }

  /** @param question what is asked of the collection. What is kept must not be changed. */
  slotOf<Value extends object>(slug: string, question: string): Slot<Value> {
    const keyNow = () => `${slug} ${this.changesOf(slug)} ${question}`
    const key = keyNow()
    return {
      kept: this.isOpen ? (this.findings.get(key) as Value | undefined) : undefined,
      keep: (value) => {
        if (this.isOpen && keyNow() === key) this.findings.set(key, value)
      },
    }
  }

  drop({ of = everything }: Change): void {
    this.changes.set(of, (this.changes.get(of) ?? 0) + 1)
    if (of !== everything) return
    this.documents.clear()
    this.findings.clear()
  }

  flush(): void {
    this.drop({})
  }

  private changesOf(slug: string): string {
    return `${this.changes.get(slug) ?? 0}.${this.changes.get(everything) ?? 0}`
  }
}

/** What a hook or a population writes into a document must not reach the next one. */
function copyOf<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(copyOf) as Value
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof Date) return new Date(value) as Value
  const copy: Record<string, unknown> = {}
  for (const [name, part] of Object.entries(value)) copy[name] = copyOf(part)
  return copy as Value
}
