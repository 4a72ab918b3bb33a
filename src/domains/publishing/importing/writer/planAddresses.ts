import { articlePath, defaultLocale, pagePath, tagPath } from '@/src/domains/publishing/paths'
import type { ImportIssue, NeutralMetadata } from '../neutral'
import type { Destination } from './addressBook'
import type { Existing, Target } from './existingDocuments'

export type PlanInput = {
  documents: NeutralMetadata[]
  existing: Existing
  /** Ids of documents by `locale/slug`. */
  taken: Record<Target, ReadonlyMap<string, string>>
  locale: string
  issues: ImportIssue[]
}

/** Gives each document the slug it will have. Documents already imported keep theirs, so that addresses stay. */
export function planAddresses({ documents, existing, taken, locale, issues }: PlanInput): Destination[] {
  const used = new Set<string>()
  for (const { sourceId, kind, locale: own } of documents) {
    if (kind === 'term') continue
    const before = existing[targetOf(kind)].get(sourceId)
    if (before?.slug) used.add(`${kind} ${own ?? locale}/${before.slug}`)
  }
  return documents.map((metadata) => {
    // Large imports plan a hundred thousand of them: one copy of each is enough.
    const planned = Object.assign({}, metadata, { locale: metadata.locale ?? locale })
    if (planned.kind === 'term')
      return { metadata: planned, path: tagPath(planned), sourceSlug: planned.slug }
    const target = targetOf(planned.kind)
    const before = existing[target].get(planned.sourceId)
    const slug = before?.slug || freeSlug(planned, used, taken[target])
    if (slug !== planned.slug && !before) {
      issues.push({
        code: 'DUPLICATE_SLUG',
        severity: 'warning',
        file: planned.file,
        message: `“${planned.slug}” is taken: “${slug}” is used.`,
      })
    }
    const sourceSlug = planned.slug
    planned.slug = slug
    const path = target === 'pages' ? pagePath(planned) : articlePath(planned)
    return { metadata: planned, path, sourceSlug }
  })
}

export function targetOf(kind: 'article' | 'page'): Target {
  return kind === 'page' ? 'pages' : 'content'
}

/** First segments of addresses that are not pages: a page of that name would never be seen. Source: src/app. */
const servedNames = new Set('admin api archive articles authors categories preview tags'.split(' '))

function freeSlug(
  { slug, kind, locale = defaultLocale }: NeutralMetadata,
  used: Set<string>,
  taken: ReadonlyMap<string, string>,
): string {
  const isFree = (candidate: string) =>
    !used.has(`${kind} ${locale}/${candidate}`) &&
    !taken.has(`${locale}/${candidate}`) &&
    !(kind === 'page' && servedNames.has(candidate))
  let candidate = slug
  for (let number = 2; !isFree(candidate); number += 1) candidate = `${slug}-${number}`
  used.add(`${kind} ${locale}/${candidate}`)
  return candidate
}
