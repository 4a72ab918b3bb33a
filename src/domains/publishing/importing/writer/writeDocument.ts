import type { Payload } from 'payload'
import { slugify } from '@/src/platform/slugify'
import { DocumentError, type ImportIssue, type NeutralDocument, type NeutralMetadata } from '../neutral'
import type { ImportReport, Outcome } from '../report'
import type { AddressBook, Destination } from './addressBook'
import { categoriesOf, excerptOf, statusOf, storable, titleOf, withoutTitle } from './composeArticle'
import type { ExistingDocument } from './existingDocuments'
import { shortHash, stableJson } from './fingerprint'
import type { MediaStore } from './mediaStore'
import { redirectsOf } from './redirects'
import { type ResolvedBody, resolveBody } from './resolveBody'
import type { TagInput, Taxonomy } from './taxonomy'
import { isEdited, writeArticle } from './writeArticle'
import type { ImportSource, WriteOptions } from './writeDocuments'
import { writePage } from './writePage'

export type WriteSession = {
  payload: Payload
  source: ImportSource
  options: WriteOptions
  existing: ReadonlyMap<string, ExistingDocument>
  taken: Record<'content' | 'pages', ReadonlyMap<string, string>>
  taxonomy: Taxonomy
  media: MediaStore
  book: AddressBook
  terms: ReadonlyMap<string, NeutralMetadata>
  /** Old addresses that lead somewhere already. */
  takenRedirects: Set<string>
  report: ImportReport
  /** Ids of articles written in this run, by source id. */
  written: Map<string, string>
  startedAt: Date
}

/** Raised when the same source should be written differently. */
const formVersion = 1

export async function writeDocument(
  session: WriteSession,
  { metadata, path }: Destination,
): Promise<Outcome> {
  const { source, media, book, report, options } = session
  const document: NeutralDocument = { ...metadata, ...(await source.convert(metadata.sourceId)) }
  const resolved = await resolveBody(document, book, media)
  report.issues.push(...document.issues, ...resolved.issues)
  const fields = fieldsOf(session, document, resolved)
  const planned = redirectsOf(metadata, path, source)
  const redirects = planned.filter(({ from }) => !session.takenRedirects.has(from))
  if (metadata.kind === 'page') return writePage(session, { fields, resolved, redirects })

  const hash = shortHash(
    stableJson({ formVersion, ...fields, redirects: planned, cover: resolved.cover?.digest }),
  )
  const existing = session.existing.get(metadata.sourceId)
  if (existing) session.written.set(metadata.sourceId, existing.id)
  if (existing?.hash.split('.')[0] === hash) return count(report, resolved, 'unchanged')
  const refusal =
    existing && !options.overwrite
      ? await refusalOf(session, existing, { sourceId: metadata.sourceId, title: fields.title })
      : undefined
  if (refusal) {
    report.issues.push({ ...refusal, severity: 'warning', file: metadata.file })
    return 'skipped'
  }
  const outcome = existing ? 'updated' : 'imported'
  if (options.isDryRun) return count(report, resolved, outcome)

  for (const { from } of redirects) session.takenRedirects.add(from)
  const cover = await placeFiles(session, document, resolved)
  const id = await writeArticle(session.payload, {
    importer: source.importer,
    sourceId: metadata.sourceId,
    hash,
    data: {
      ...fields,
      body: resolved.body,
      ...(await relationsOf(session, fields, cover)),
      ...(await translationOf(session, metadata)),
    },
    redirects,
    existing,
  })
  session.written.set(metadata.sourceId, id)
  report.redirects += redirects.length
  return count(report, resolved, outcome)
}

export type DocumentFields = ReturnType<typeof fieldsOf>

/** All that the hash covers: names instead of ids, digests instead of media. */
function fieldsOf(
  { options, terms, source, startedAt }: WriteSession,
  document: NeutralDocument,
  resolved: ResolvedBody,
) {
  const body = withoutTitle(document)
  resolved.body = body
  const linkedTerms = [...terms.values()].filter(({ sourceId }) => resolved.linked.has(sourceId))
  const named = document.tags.map((name) => termNamed(terms, name) ?? { name, slug: slugify(name) })
  const tags = [
    ...new Map(
      [...named, ...linkedTerms.map(asTag)].filter(({ slug }) => slug !== '').map((tag) => [tag.slug, tag]),
    ).values(),
  ]
  const categoriesOfTags = [...terms.values()]
    .filter(({ slug }) => tags.some((tag) => tag.slug === slug))
    .map(({ sourceId }) => source.termCategories.get(sourceId) ?? [])
  const excerpt = excerptOf(document)
  // A body holds no such characters: its text was cleaned when it was read, and Markdown cannot write them.
  const words = storable({
    title: titleOf(document),
    ...(excerpt ? { excerpt } : {}),
    seo: document.seo,
    authors: document.authors,
  })
  return {
    ...words,
    slug: document.slug,
    locale: document.locale ?? 'en',
    body,
    categories: categoriesOf(document.categories, categoriesOfTags),
    tags,
    ...(document.publishedAt ? { publishedAt: document.publishedAt } : {}),
    audience: document.audience,
    featured: document.featured,
    _status: statusOf(document, options.status, startedAt),
  }
}

function asTag({ title, slug }: NeutralMetadata): TagInput {
  return { name: title ?? slug, slug }
}

function termNamed(terms: WriteSession['terms'], name: string): TagInput | undefined {
  const wanted = name.toLowerCase()
  const found = [...terms.values()].find(
    ({ names, slug }) => slug === slugify(name) || names.some((each) => each.toLowerCase() === wanted),
  )
  return found ? asTag(found) : undefined
}

type Refusal = Pick<ImportIssue, 'code' | 'message'>

async function refusalOf(
  { payload, source }: WriteSession,
  existing: ExistingDocument,
  { sourceId, title }: { sourceId: string; title: string },
): Promise<Refusal | undefined> {
  const wanted = source.documents.find((each) => each.sourceId === sourceId)?.slug ?? ''
  if (existing.title !== title && !existing.slug.startsWith(wanted)) {
    const message = `“${existing.title}” was imported from a file of this name in another folder: --overwrite replaces it.`
    return { code: 'ANOTHER_SOURCE', message }
  }
  if (existing.isTrashed)
    return {
      code: 'IN_TRASH',
      message: 'It was moved to the trash since the last import: --overwrite brings it back.',
    }
  if (!(await isEdited(payload, existing))) return undefined
  return {
    code: 'EDITED_SINCE_IMPORT',
    message: 'It was edited since the last import: --overwrite replaces what was written.',
  }
}

/** Stores what the body shows and gives it its id; what the site cannot show is left as a link to the original. */
export async function placeFiles(
  { media, report }: WriteSession,
  { file: document }: NeutralMetadata,
  resolved: ResolvedBody,
): Promise<string | undefined> {
  for (const { file, alt, put, drop } of resolved.files) {
    const stored = await storeOrReport(media, file, alt, document, report)
    if (stored) put(stored)
    else drop()
  }
  const { cover } = resolved
  return cover ? (await storeOrReport(media, cover.file, cover.alt, document, report))?.id : undefined
}

async function storeOrReport(
  media: MediaStore,
  file: string,
  alt: string,
  document: string,
  report: ImportReport,
) {
  try {
    return await media.store(file, alt)
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error
    report.issues.push({ code: error.code, severity: 'warning', file: document, message: error.message })
    return undefined
  }
}

async function relationsOf({ taxonomy }: WriteSession, fields: DocumentFields, cover: string | undefined) {
  const [authors, categories, tags] = await Promise.all([
    Promise.all(fields.authors.map((author) => taxonomy.profile(author))),
    Promise.all(fields.categories.map((name) => taxonomy.category(name))),
    Promise.all(fields.tags.map((tag) => taxonomy.tag(tag))),
  ])
  return {
    authors: [...new Set(authors)],
    categories: [...new Set(categories)],
    tags: [...new Set(tags)],
    ...(cover ? { cover } : {}),
  }
}

/** The document that it translates: of the same key, in the language of the site. */
async function translationOf(
  { source, written }: WriteSession,
  { translationKey, locale, sourceId }: NeutralMetadata,
) {
  if (!translationKey) return {}
  const original = source.documents.find(
    (other) =>
      other.sourceId !== sourceId &&
      other.locale !== locale &&
      (other.translationKey === translationKey ||
        other.slug === translationKey ||
        other.names.includes(translationKey)),
  )
  const id = original ? written.get(original.sourceId) : undefined
  return id ? { translationOf: id } : {}
}

function count(report: ImportReport, { links }: ResolvedBody, outcome: Outcome): Outcome {
  for (const key of ['found', 'rewritten', 'toOriginalSite', 'broken'] as const)
    report.links[key] += links[key]
  return outcome
}
