import type { ImportIssue } from '../../neutral'

type Kind = 'type' | 'status' | 'taxonomy' | 'custom field' | 'comments of files'

const codes: Record<Kind, { code: string; words: string }> = {
  type: { code: 'TYPE_NOT_IMPORTED', words: 'Items of other kinds' },
  status: { code: 'STATUS_NOT_IMPORTED', words: 'Items that were thrown away or never begun' },
  taxonomy: { code: 'TAXONOMY_NOT_IMPORTED', words: 'Terms other than categories and tags' },
  'custom field': { code: 'CUSTOM_FIELDS_NOT_IMPORTED', words: 'Custom fields' },
  'comments of files': { code: 'COMMENTS_NOT_IMPORTED', words: 'Comments on files' },
}

/** Kinds of things named in one line, the most frequent first. */
const namedAtOnce = 30

/** Counts what has no equal here: one line a kind says it, however many there are. */
export class Tally {
  private readonly counts = new Map<Kind, Map<string, number>>()

  add(kind: Kind, name: string, count = 1): void {
    const names = this.counts.get(kind) ?? new Map<string, number>()
    this.counts.set(kind, names.set(name, (names.get(name) ?? 0) + count))
  }

  issues(): ImportIssue[] {
    return [...this.counts].map(([kind, names]) => {
      const { code, words } = codes[kind]
      const sorted = [...names].sort(([, a], [, b]) => b - a)
      const named = sorted.slice(0, namedAtOnce).map(([name, count]) => `${name} (${count})`)
      const more = sorted.length > namedAtOnce ? ` and ${sorted.length - namedAtOnce} more kinds` : ''
      return { code, severity: 'warning', file: 'export', message: `${words}: ${named.join(', ')}${more}.` }
    })
  }
}
