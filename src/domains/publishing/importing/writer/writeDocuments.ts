/** The one writer: takes what a reader found and brings it into the database, a document at a time. */
import pMap from 'p-map'
import { createLocalReq, type Payload } from 'payload'
import { authorPath, categoryPath, defaultLocale, tagPath } from '@/src/domains/publishing/paths'
import { now } from '@/src/platform/clock'
import { inTransaction } from '@/src/platform/payload/inTransaction'
import { slugify } from '@/src/platform/slugify'
import { DocumentError, type ImportIssue, type NeutralBody, type NeutralMetadata } from '../neutral'
import type { ImportProgress, ImportReport, Outcome } from '../report'
import { AddressBook, type Destination } from './addressBook'
import { plainWords, type StatusRule } from './composeArticle'
import { findImported, findTakenSlugs } from './existingDocuments'
import { MediaStore } from './mediaStore'
import { planAddresses } from './planAddresses'
import { findTakenRedirects, redirectsOf, writeRedirects } from './redirects'
import { Taxonomy } from './taxonomy'
import { writeDocument } from './writeDocument'

/** What a reader hands over. Bodies are converted one by one, when their turn comes. */
export type ImportSource = {
  importer: string
  root: string
  files: ReadonlySet<string>
  documents: NeutralMetadata[]
  /** Categories of a term, by its source id. */
  termCategories: ReadonlyMap<string, string[]>
  origin?: string
  basePath: string
  /** @throws DocumentError when it cannot be had. */
  convert: (sourceId: string) => Promise<NeutralBody>
}

export type WriteOptions = {
  isDryRun: boolean
  status: StatusRule
  overwrite: boolean
  locale?: string
  limit?: number
  concurrency?: number
}

const defaultConcurrency = 6

export async function writeDocuments(
  payload: Payload,
  source: ImportSource,
  options: WriteOptions,
  report: ImportReport,
  onProgress: (progress: ImportProgress) => void,
): Promise<void> {
  const { documents } = source
  const existing = await findImported(payload, source.importer)
  const taken = {
    content: await findTakenSlugs(payload, 'content', slugsOf(documents, 'article')),
    pages: await findTakenSlugs(payload, 'pages', slugsOf(documents, 'page')),
  }
  for (const { sourceId } of documents) {
    const before = existing.get(sourceId)
    if (before) for (const [key, id] of taken.content) if (id === before.id) taken.content.delete(key)
  }
  const locale = options.locale ?? defaultLocale
  const destinations = planAddresses({ documents, existing, taken, locale, issues: report.issues })
  const taxonomy = new Taxonomy(payload, options.isDryRun)
  const media = new MediaStore(payload, source.root)
  const terms = destinations.filter(({ metadata }) => metadata.kind === 'term')
  const book = new AddressBook({
    destinations,
    files: source.files,
    origin: source.origin,
    basePath: source.basePath,
    taxonomyPath: taxonomyPaths(documents),
  })
  await prepareTaxonomy(taxonomy, source, terms, options)
  const plannedRedirects = destinations.flatMap(({ metadata, path }) => redirectsOf(metadata, path, source))
  const takenRedirects = await findTakenRedirects(payload, plannedRedirects)
  if (!options.isDryRun) report.redirects += await redirectTerms(payload, terms, takenRedirects, source)

  const articles = destinations.filter(({ metadata }) => metadata.kind !== 'term').slice(0, options.limit)
  const session = {
    payload,
    source,
    options,
    existing,
    taken,
    taxonomy,
    media,
    book,
    terms: termsById(terms),
    takenRedirects,
    report,
    written: new Map<string, string>(),
    startedAt: now(),
  }
  report.documents.found = articles.length
  let done = 0
  const write = async (destination: Destination) => {
    const outcome = await outcomeOf(report.issues, destination.metadata.file, () =>
      writeDocument(session, destination),
    )
    report.documents[outcome] += 1
    done += 1
    onProgress({ done, total: articles.length, file: destination.metadata.file, outcome })
  }
  const concurrency = options.concurrency ?? defaultConcurrency
  const isTranslation = ({ metadata }: Destination) =>
    metadata.translationKey !== undefined && metadata.locale !== locale
  await pMap(
    articles.filter((each) => !isTranslation(each)),
    write,
    { concurrency },
  )
  await pMap(articles.filter(isTranslation), write, { concurrency })
  Object.assign(report, { taxonomy: taxonomy.created, media: media.counts })
}

function slugsOf(documents: NeutralMetadata[], kind: NeutralMetadata['kind']): string[] {
  return [...new Set(documents.filter((each) => each.kind === kind).map(({ slug }) => slug))]
}

function termsById(terms: Destination[]): Map<string, NeutralMetadata> {
  return new Map(terms.map(({ metadata }) => [metadata.sourceId, metadata]))
}

/** Every term becomes a tag, whether a document names it or not. */
async function prepareTaxonomy(
  taxonomy: Taxonomy,
  { documents, termCategories }: ImportSource,
  terms: Destination[],
  { isDryRun }: WriteOptions,
) {
  const words = (pick: (metadata: NeutralMetadata) => string[]) => [
    ...new Set(documents.flatMap(pick).map(slugify)),
  ]
  await taxonomy.prefetch('tags', [
    ...terms.map(({ metadata }) => metadata.slug),
    ...words(({ tags }) => tags),
  ])
  await taxonomy.prefetch('categories', [
    ...words(({ categories }) => categories),
    ...new Set([...termCategories.values()].flat().map(slugify)),
  ])
  if (isDryRun) return
  for (const { metadata } of terms) {
    await taxonomy.tag({
      name: plainWords(metadata.title ?? metadata.slug),
      slug: metadata.slug,
      description: metadata.excerpt ? plainWords(metadata.excerpt) : undefined,
      categories: termCategories.get(metadata.sourceId),
    })
  }
}

/** Old addresses of terms lead to their tags. */
async function redirectTerms(
  payload: Payload,
  terms: Destination[],
  taken: Set<string>,
  source: ImportSource,
): Promise<number> {
  const plans = terms
    .flatMap(({ metadata, path }) => redirectsOf(metadata, path, source))
    .filter(({ from }) => !taken.has(from))
  const req = await createLocalReq({}, payload)
  await inTransaction(req, () => writeRedirects(req, plans))
  for (const { from } of plans) taken.add(from)
  return plans.length
}

/** `/tags/name/` and its like, for the names that documents of the source use. */
function taxonomyPaths(documents: NeutralMetadata[]) {
  const known = {
    tag: new Set(documents.flatMap(({ tags }) => tags).map(slugify)),
    category: new Set(documents.flatMap(({ categories }) => categories).map(slugify)),
    author: new Set(documents.flatMap(({ authors }) => authors).map(({ username }) => username)),
  }
  return (kind: 'tag' | 'category' | 'author', name: string): string | undefined => {
    const slug = slugify(name)
    if (!known[kind].has(slug)) return undefined
    if (kind === 'author') return authorPath({ username: slug })
    return kind === 'tag' ? tagPath({ slug }) : categoryPath({ slug })
  }
}

/** One document's failure is reported and the others go on; a lost database ends the import. */
async function outcomeOf(
  issues: ImportIssue[],
  file: string,
  work: () => Promise<Outcome>,
): Promise<Outcome> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof DocumentError) {
      const { code, message, line } = error
      issues.push({ code, severity: 'error', file, message, ...(line === undefined ? {} : { line }) })
      return 'failed'
    }
    if (isDatabaseLost(error)) throw error
    const { name, message } = error as Error
    issues.push({
      code: 'WRITE_REFUSED',
      severity: 'error',
      file,
      message: `${name}: ${message}`.slice(0, 500),
    })
    return 'failed'
  }
}

function isDatabaseLost(error: unknown): boolean {
  const { code, message = '' } = error as { code?: string; message?: string }
  return (
    /^(?:ECONN|57P0|08)/.test(code ?? '') ||
    /Connection terminated|timeout exceeded when trying to connect/.test(message)
  )
}
