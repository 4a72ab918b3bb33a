import { env } from '../env'
import { AnswerCache } from './AnswerCache'
import { type Change, touchedBy } from './dependencies'

const megabyte = 1024 * 1024

/** The answers of this process. Closed, and so empty, unless somebody listens to changes. */
let cache: AnswerCache | undefined

export function answers(): AnswerCache {
  cache ??= new AnswerCache(env.CACHE_MB * megabyte)
  return cache
}

export function applyChanges(changes: Change[]): void {
  for (const change of changes) cache?.drop(touchedBy(change))
}
