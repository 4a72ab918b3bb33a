import { articlePath, defaultLocale, pagePath, tagPath } from '@/src/domains/publishing/paths'
import type { ImportIssue, NeutralMetadata } from '../neutral'
import type { Destination } from './addressBook'
import type { ExistingDocument } from './existingDocuments'

export type PlanInput = {
  documents: NeutralMetadata[]
  existing: ReadonlyMap<string, ExistingDocument>
  /** Ids of documents by `locale/slug`. */
  taken: Record<'content' | 'pages', ReadonlyMap<string, string>>
  locale: string
  issues: ImportIssue[]
}

/** Gives each document the slug it will have. Documents already imported keep theirs, so that addresses stay. */
export function planAddresses({ documents, existing, taken, locale, issues }: PlanInput): Destination[] {
  const used = new Set<string>()
  for (const { sourceId, locale: own } of documents) {
    const before = existing.get(sourceId)
    if (before?.slug) used.add(`article ${own ?? locale}/${before.slug}`)
  }
  return documents.map((metadata) => {
    const planned = { ...metadata, locale: metadata.locale ?? locale }
    if (planned.kind === 'term') return { metadata: planned, path: tagPath(planned) }
    const before = planned.kind === 'article' ? existing.get(planned.sourceId) : undefined
    const slug =
      before?.slug || freeSlug(planned, used, planned.kind === 'article' ? taken.content : taken.pages)
    if (slug !== planned.slug && !before) {
      issues.push({
        code: 'DUPLICATE_SLUG',
        severity: 'warning',
        file: planned.file,
        message: `“${planned.slug}” is taken: “${slug}” is used.`,
      })
    }
    const placed = { ...planned, slug }
    return { metadata: placed, path: placed.kind === 'page' ? pagePath(placed) : articlePath(placed) }
  })
}

function freeSlug(
  { slug, kind, locale = defaultLocale }: NeutralMetadata,
  used: Set<string>,
  taken: ReadonlyMap<string, string>,
): string {
  // A page that is there already is the one meant: pages carry no source.
  const isFree = (candidate: string) =>
    !used.has(`${kind} ${locale}/${candidate}`) && (kind === 'page' || !taken.has(`${locale}/${candidate}`))
  let candidate = slug
  for (let number = 2; !isFree(candidate); number += 1) candidate = `${slug}-${number}`
  used.add(`${kind} ${locale}/${candidate}`)
  return candidate
}
