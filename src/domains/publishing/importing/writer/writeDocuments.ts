/** The one writer: takes what a reader found and brings it into the database, a document at a time. */
import { createHash } from 'node:crypto'
import pMap from 'p-map'
import { createLocalReq, type Payload } from 'payload'
import { authorPath, categoryPath, defaultLocale, tagPath } from '@/src/domains/publishing/paths'
import { now } from '@/src/platform/clock'
import { inTransaction } from '@/src/platform/payload/inTransaction'
import { slugify } from '@/src/platform/slugify'
import { DocumentError, type ImportIssue, type NeutralMetadata, type NeutralTerm } from '../neutral'
import type { ImportProgress, ImportReport, Outcome } from '../report'
import type { ImportSource, SourceBody } from '../source'
import { AddressBook, type Destination } from './addressBook'
import type { StatusRule } from './composeArticle'
import { findImported, findTakenSlugs } from './existingDocuments'
import { stableJson } from './fingerprint'
import { isDatabaseLost } from './isDatabaseLost'
import { MediaStore } from './mediaStore'
import { planAddresses } from './planAddresses'
import { findTakenRedirects, redirectsOf, statedRedirects, writeRedirects } from './redirects'
import { Taxonomy } from './taxonomy'
import { formVersion, type WriteSession, writeDocument } from './writeDocument'

export type WriteOptions = {
  isDryRun: boolean
  status: StatusRule
  overwrite: boolean
  locale?: string
  limit?: number
  concurrency?: number
}

const defaultConcurrency = 6
const otherFilesAtOnce = 4

export async function writeDocuments(
  payload: Payload,
  source: ImportSource,
  options: WriteOptions,
  report: ImportReport,
  onProgress: (progress: ImportProgress) => void,
): Promise<void> {
  const locale = options.locale ?? defaultLocale
  const { destinations, existing } = await planDocuments(payload, source, locale, report)
  const terms = destinations.filter(({ metadata }) => metadata.kind === 'term')
  const media = new MediaStore({ payload, importer: source.importer, files: source.files })
  const taxonomy = new Taxonomy(payload, options.isDryRun, media)
  await prepareTaxonomy(taxonomy, source, terms, options)
  const takenRedirects = await prepareRedirects(payload, { source, destinations, terms, options, report })
  const { origin, basePath, files } = source
  const book = new AddressBook({ destinations, files, origin, basePath, taxonomyPath: taxonomyPaths(source) })
  const session = {
    payload,
    source,
    options,
    existing,
    taxonomy,
    media,
    book,
    terms: new Map(terms.map(({ metadata }) => [metadata.sourceId, metadata])),
    takenRedirects,
    report,
    written: new Map<string, string>(),
    startedAt: now(),
    contextHash: contextOf(source, options, destinations),
  }
  const documents = destinations.filter(({ metadata }) => metadata.kind !== 'term').slice(0, options.limit)
  await writeAll(session, documents, locale, onProgress)
  if (!options.isDryRun && options.limit === undefined) await storeOthers(session)
  Object.assign(report, { taxonomy: taxonomy.created, media: media.counts })
}

async function planDocuments(
  payload: Payload,
  { importer, documents }: ImportSource,
  locale: string,
  { issues }: ImportReport,
) {
  const existing = await findImported(payload, importer)
  const taken = {
    content: await findTakenSlugs(payload, 'content', slugsOf(documents, 'article')),
    pages: await findTakenSlugs(payload, 'pages', slugsOf(documents, 'page')),
  }
  for (const collection of ['content', 'pages'] as const) {
    const own = new Set([...existing[collection].values()].map(({ id }) => id))
    for (const [key, id] of taken[collection]) if (own.has(id)) taken[collection].delete(key)
  }
  return { destinations: planAddresses({ documents, existing, taken, locale, issues }), existing }
}

/** Passes over the source once for the originals, and once more for translations, which point at them. */
async function writeAll(
  session: WriteSession,
  documents: Destination[],
  locale: string,
  onProgress: (progress: ImportProgress) => void,
): Promise<void> {
  const { source, report, options } = session
  report.documents.found = documents.length
  const waiting = new Map(documents.map((each) => [each.metadata.sourceId, each]))
  let done = 0
  const settle = async ({ metadata: { file } }: Destination, work: () => Promise<Outcome>) => {
    const outcome = await outcomeOf(report.issues, file, work)
    report.documents[outcome] += 1
    done += 1
    onProgress({ done, total: documents.length, file, outcome })
  }
  const isTranslation = ({ metadata }: Destination) =>
    metadata.translationKey !== undefined && metadata.locale !== locale
  const pass = (isWanted: (each: Destination) => boolean) => {
    const isWaiting = (sourceId: string) => {
      const destination = waiting.get(sourceId)
      return destination !== undefined && isWanted(destination)
    }
    const write = async (text: SourceBody) => {
      const destination = waiting.get(text.sourceId)
      if (!destination || !waiting.delete(text.sourceId)) return
      await settle(destination, () => writeDocument(session, destination, text))
    }
    return pMap(source.bodies(isWaiting), write, { concurrency: options.concurrency ?? defaultConcurrency })
  }
  await pass((each) => !isTranslation(each))
  if ([...waiting.values()].some(isTranslation)) await pass(isTranslation)
  const gone = new DocumentError('FILE_MISSING', 'It was there at first and is gone.')
  for (const destination of waiting.values()) await settle(destination, () => Promise.reject(gone))
}

/** Files of the source's library that no document shows. */
async function storeOthers({ media, report }: WriteSession): Promise<void> {
  const store = async (file: string) => {
    try {
      await media.store(file, '')
    } catch (error) {
      if (!(error instanceof DocumentError)) throw error
      report.issues.push({ code: error.code, severity: 'warning', file, message: error.message })
    }
  }
  await pMap(media.files.others?.() ?? [], store, { concurrency: otherFilesAtOnce })
}

/** Addresses that links resolve to, and options that change what is written. */
function contextOf(
  { contextHash, origin, basePath }: ImportSource,
  { locale, status }: WriteOptions,
  destinations: Destination[],
): string {
  const hash = createHash('sha256').update(
    stableJson([formVersion, contextHash, origin, basePath, locale, status]),
  )
  for (const { metadata, path } of destinations) {
    const { sourceId, permalink, aliases, names } = metadata
    hash.update(JSON.stringify([sourceId, path, permalink, aliases, names]))
  }
  return hash.digest('base64url')
}

function slugsOf(documents: NeutralMetadata[], kind: NeutralMetadata['kind']): string[] {
  return [...new Set(documents.filter((each) => each.kind === kind).map(({ slug }) => slug))]
}

/** Every declared category, tag and author is made, whether a document names it or not. */
async function prepareTaxonomy(
  taxonomy: Taxonomy,
  { documents, termCategories, terms: declared, authors }: ImportSource,
  terms: Destination[],
  { isDryRun }: WriteOptions,
) {
  const words = (pick: (metadata: NeutralMetadata) => string[]) => [
    ...new Set(documents.flatMap(pick).map(slugify)),
  ]
  const slugsOf = (kind: NeutralTerm['kind']) =>
    declared.filter((term) => term.kind === kind).map(({ slug }) => slug)
  await taxonomy.prefetch('tags', [
    ...terms.map(({ metadata }) => metadata.slug),
    ...slugsOf('tag'),
    ...words(({ tags }) => tags),
  ])
  await taxonomy.prefetch('categories', [
    ...slugsOf('category'),
    ...words(({ categories }) => categories),
    ...new Set([...termCategories.values()].flat().map(slugify)),
  ])
  taxonomy.declare(declared)
  for (const { kind, slug } of declared) {
    if (kind === 'category') await taxonomy.category(slug)
    else await taxonomy.tag(taxonomy.tagNamed(slug))
  }
  for (const author of authors) await taxonomy.profile(author)
  if (isDryRun) return
  for (const { metadata } of terms) {
    await taxonomy.tag({
      name: metadata.title ?? metadata.slug,
      slug: metadata.slug,
      description: metadata.excerpt,
      categories: termCategories.get(metadata.sourceId),
    })
  }
}

type RedirectInput = {
  source: ImportSource
  destinations: Destination[]
  terms: Destination[]
  options: WriteOptions
  report: ImportReport
}

/** Old addresses of terms and authors lead to their lists. Answers which old addresses lead somewhere already. */
async function prepareRedirects(
  payload: Payload,
  { source, destinations, terms, options, report }: RedirectInput,
): Promise<Set<string>> {
  const lists = [
    ...terms.flatMap(({ metadata, path }) => redirectsOf(metadata, path, source)),
    ...source.terms.flatMap((term) => redirectsOf(term, listOf(term), source)),
    ...source.authors.flatMap((author) => redirectsOf(author, authorPath(author), source)),
    ...statedRedirects(source.redirects ?? [], destinations, source),
  ]
  function* planned() {
    yield* lists
    for (const { metadata, path } of destinations) yield* redirectsOf(metadata, path, source)
  }
  const taken = await findTakenRedirects(payload, planned())
  if (options.isDryRun) return taken
  const plans = lists.filter(({ from }) => !taken.has(from) && taken.add(from))
  const req = await createLocalReq({}, payload)
  await inTransaction(req, () => writeRedirects(req, plans))
  report.redirects += plans.length
  return taken
}

function listOf(term: NeutralTerm): string {
  return term.kind === 'tag' ? tagPath(term) : categoryPath(term)
}

/** `/tags/name/` and its like, for the names that the source uses. */
function taxonomyPaths({ documents, terms, authors }: ImportSource) {
  const namesOf = (kind: NeutralTerm['kind']) =>
    terms.filter((term) => term.kind === kind).map(({ slug }) => slug)
  const known = {
    tag: new Set([...documents.flatMap(({ tags }) => tags).map(slugify), ...namesOf('tag')]),
    category: new Set([
      ...documents.flatMap(({ categories }) => categories).map(slugify),
      ...namesOf('category'),
    ]),
    author: new Set(
      [...documents.flatMap((each) => each.authors), ...authors].map(({ username }) => username),
    ),
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
