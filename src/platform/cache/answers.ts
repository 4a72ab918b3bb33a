import { env } from '../env'
import { AnswerCache } from './AnswerCache'
import { type Change, touchedBy } from './dependencies'
import { RelatedDocuments } from './RelatedDocuments'

const megabyte = 1024 * 1024

/** The answers of this process. Closed, and so empty, unless somebody listens to changes. */
let cache: AnswerCache | undefined

export function answers(): AnswerCache {
  cache ??= new AnswerCache(env.CACHE_MB * megabyte)
  return cache
}

/** Open and closed together with the answers. */
export const related = new RelatedDocuments()

export function applyChanges(changes: Change[]): void {
  for (const change of changes) {
    cache?.drop(touchedBy(change))
    related.drop(change)
  }
}

/** While nobody tells of changes nothing is kept; and what was kept before is gone when somebody does again. */
export function openCaches(isOpen: boolean): void {
  for (const kept of [answers(), related]) {
    if (!isOpen) kept.isOpen = false
    kept.flush()
    kept.isOpen = isOpen
  }
}
