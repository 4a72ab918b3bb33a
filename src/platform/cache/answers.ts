import { createHash } from 'node:crypto'
import { env } from '../env'
import { AnswerCache } from './AnswerCache'
import { type Change, touchedBy } from './dependencies'
import { KnownVersions } from './KnownVersions'
import { OwnWrites, type ToldChange } from './OwnWrites'
import { RelatedDocuments } from './RelatedDocuments'
import { SharedAnswers } from './SharedAnswers'

const megabyte = 1024 * 1024
/** Of what the cache may have, what goes to documents for those who are not answered from it. */
const shareOfDocuments = 0.25

/** The answers of this process. Closed, and so empty, unless somebody listens to changes. */
let cache: AnswerCache | undefined

export function answers(): AnswerCache {
  cache ??= new AnswerCache(env.CACHE_MB * megabyte * (1 - shareOfDocuments))
  return cache
}

let documents: KnownVersions | undefined

/** Open and closed together with the answers. */
export function knownVersions(): KnownVersions {
  documents ??= new KnownVersions(env.CACHE_MB * megabyte * shareOfDocuments)
  return documents
}

/** Open and closed together with the answers. */
export const related = new RelatedDocuments()

/** The answers of all processes, where there is a Redis. */
let shared: SharedAnswers | undefined

export function sharedAnswers(): SharedAnswers | undefined {
  return shared
}

/** @param build tells the pages of one build from those of the next. */
export function openSharedAnswers(build: string): SharedAnswers | undefined {
  if (!env.REDIS_URL) return undefined
  const site = createHash('sha256')
    .update(`${env.PAYLOAD_SECRET} ${env.SITE_URL} ${build}`)
    .digest('base64url')
  shared = new SharedAnswers(env.REDIS_URL, site.slice(0, 16))
  return shared
}

const own = new OwnWrites()

/**
 * Resolves when nobody finds what the changes made stale: at once, but for what Redis keeps.
 * @param writer the transaction of this process, just committed, that they were made in.
 */
export async function applyChanges(changes: Change[], writer?: string): Promise<void> {
  for (const change of changes) {
    cache?.drop(touchedBy(change))
    related.drop(change)
  }
  if (writer !== undefined) own.note(writer, changes)
  await shared?.tell(changes)
}

/** What the database tells of. What was dropped when this process committed it was made anew since. */
export async function hearOf(change: ToldChange): Promise<void> {
  if (!own.covers(change)) await applyChanges([change])
}

/** While nobody tells of changes nothing is kept; and what was kept before is gone when somebody does again. */
export function openCaches(isOpen: boolean): void {
  for (const kept of [answers(), related, knownVersions()]) {
    if (!isOpen) kept.isOpen = false
    kept.flush()
    kept.isOpen = isOpen
  }
  // What was not heard may have been told to nobody.
  if (isOpen) void shared?.beginAnew()
}
