import type { Payload } from 'payload'
import { cleanDeep } from '@/src/platform/cleanText'
import {
  DocumentError,
  type ImportIssue,
  type NeutralComment,
  type NeutralDocument,
  type NeutralMetadata,
  UnreachableError,
} from '../neutral'
import type { ImportReport, Outcome } from '../report'
import type { ImportSource, SourceBody } from '../source'
import type { AddressBook, Destination } from './addressBook'
import { statusOf, waitsForItsDate } from './composeArticle'
import { articleDataOf, type DocumentFields, fieldsOf, pageDataOf } from './documentFields'
import type { Existing, ExistingDocument, Target } from './existingDocuments'
import { shortHash, stableJson } from './fingerprint'
import type { ImportHash } from './importHash'
import type { MediaStore } from './mediaStore'
import { targetOf } from './planAddresses'
import { type RedirectPlan, redirectsOf } from './redirects'
import { type ResolvedBody, resolveBody } from './resolveBody'
import { isEdited, rememberUnchanged, saveDocument } from './saveDocument'
import type { Taxonomy } from './taxonomy'
import type { WriteOptions } from './writeDocuments'

export type WriteSession = {
  payload: Payload
  source: ImportSource
  options: WriteOptions
  existing: Existing
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
  /** Hash of all that any document's conversion depends on beside itself. */
  contextHash: string
}

/** Raised when the same source should be written differently. */
export const formVersion = 2

type Draft = {
  collection: Target
  metadata: NeutralMetadata
  sourceSlug: string
  fields: DocumentFields
  resolved: ResolvedBody
  planned: RedirectPlan[]
  comments: NeutralComment[]
  hash: Pick<ImportHash, 'document' | 'input'>
  existing?: ExistingDocument
}

export async function writeDocument(
  session: WriteSession,
  { metadata, path, sourceSlug }: Destination,
  text: SourceBody,
): Promise<Outcome> {
  const collection = targetOf(metadata.kind === 'page' ? 'page' : 'article')
  const existing = session.existing[collection].get(metadata.sourceId)
  if (existing && collection === 'content') session.written.set(metadata.sourceId, existing.id)
  const input = inputHash(session, metadata, text)
  if (existing?.hash.input === input && !existing.hash.missing) return 'unchanged'

  const { media, book, report, source } = session
  // As it will be stored: else it would seem to have been edited since.
  const body = cleanDeep(await text.convert())
  const document: NeutralDocument = { ...metadata, ...body, excerpt: metadata.excerpt ?? body.excerpt }
  const resolved = await resolveBody(document, book, media)
  report.issues.push(...document.issues, ...resolved.issues, ...issuesOfDate(session, document))
  const fields = fieldsOf(session, document, resolved)
  resolved.body = fields.body
  const planned = redirectsOf(metadata, path, source)
  const cover = resolved.cover?.digest
  const seoImage = resolved.seoImage?.digest
  const documentHash = shortHash(stableJson({ formVersion, ...fields, redirects: planned, cover, seoImage }))
  const hash = { document: documentHash, input }
  const comments = document.comments ?? []
  report.comments += comments.length
  const outcome = await settle(session, {
    collection,
    metadata,
    sourceSlug,
    fields,
    resolved,
    planned,
    comments,
    hash,
    existing,
  })
  if (outcome !== 'skipped')
    for (const key of ['found', 'rewritten', 'toOriginalSite', 'broken'] as const)
      report.links[key] += resolved.links[key]
  return outcome
}

function issuesOfDate({ options, startedAt }: WriteSession, document: NeutralDocument): ImportIssue[] {
  if (!waitsForItsDate(document, options.status, startedAt)) return []
  const message = `Its date, ${document.publishedAt}, has not come: it is a draft. Plan its publication here.`
  return [{ code: 'SCHEDULED_AS_DRAFT', severity: 'warning', file: document.file, message }]
}

/** Decides between leaving, refusing and writing. */
async function settle(session: WriteSession, draft: Draft): Promise<Outcome> {
  const { report, options } = session
  const { metadata, hash, existing } = draft
  const isSame = existing?.hash.document === hash.document
  if (existing && isSame && (options.isDryRun || !existing.hash.missing))
    return leave(session, draft, existing)
  const refusal = existing && !options.overwrite ? await refusalOf(session, draft, existing) : undefined
  if (refusal) {
    if (isSame) return 'unchanged'
    report.issues.push({ ...refusal, severity: 'warning', file: metadata.file })
    return 'skipped'
  }
  if (options.isDryRun) return existing ? 'updated' : 'imported'
  return write(session, draft, isSame)
}

async function leave(session: WriteSession, draft: Draft, existing: ExistingDocument): Promise<Outcome> {
  const { payload, source, options } = session
  const { collection, metadata, hash, comments } = draft
  if (options.isDryRun || existing.hash.input === hash.input) return 'unchanged'
  await rememberUnchanged(payload, {
    collection,
    importer: source.importer,
    sourceId: metadata.sourceId,
    existing,
    hash: { ...existing.hash, input: hash.input },
    comments,
  })
  return 'unchanged'
}

async function write(session: WriteSession, draft: Draft, isSame: boolean): Promise<Outcome> {
  const { payload, source, report } = session
  const { collection, metadata, fields, resolved, planned, comments, existing } = draft
  const { cover, seoImage, missing } = await placeFiles(session, metadata, resolved)
  if (existing && isSame && missing === existing.hash.missing) return leave(session, draft, existing)
  const redirects = planned.filter(({ from }) => !session.takenRedirects.has(from))
  for (const { from } of redirects) session.takenRedirects.add(from)
  const shown = seoImage ? { ...fields, seo: { ...fields.seo, image: seoImage } } : fields
  const data =
    collection === 'pages'
      ? pageDataOf(shown, resolved.body)
      : {
          ...(await articleDataOf(session, shown, resolved.body, cover)),
          ...(await translationOf(session, metadata)),
        }
  const id = await saveDocument(payload, {
    collection,
    importer: source.importer,
    sourceId: metadata.sourceId,
    hash: { ...draft.hash, missing },
    data,
    redirects,
    comments,
    existing,
  })
  if (collection === 'content') session.written.set(metadata.sourceId, id)
  report.redirects += redirects.length
  return existing ? 'updated' : 'imported'
}

function inputHash(session: WriteSession, metadata: NeutralMetadata, { rawHash }: SourceBody): string {
  const status = statusOf(metadata, session.options.status, session.startedAt)
  return shortHash(stableJson([session.contextHash, rawHash, metadata, status]))
}

type Refusal = Pick<ImportIssue, 'code' | 'message'>

async function refusalOf(
  { payload }: WriteSession,
  { collection, sourceSlug, fields }: Draft,
  existing: ExistingDocument,
): Promise<Refusal | undefined> {
  if (existing.title !== fields.title && !existing.slug.startsWith(sourceSlug)) {
    const message = `“${existing.title}” was imported from a file of this name in another folder: --overwrite replaces it.`
    return { code: 'ANOTHER_SOURCE', message }
  }
  if (existing.isTrashed)
    return {
      code: 'IN_TRASH',
      message: 'It was moved to the trash since the last import: --overwrite brings it back.',
    }
  if (!(await isEdited(payload, collection, existing))) return undefined
  return {
    code: 'EDITED_SINCE_IMPORT',
    message: 'It was edited since the last import: --overwrite replaces what was written.',
  }
}

/** Stores what the body shows and gives it its id; what the site cannot show is left as a link to the original. */
async function placeFiles(
  session: WriteSession,
  { file: document }: NeutralMetadata,
  resolved: ResolvedBody,
): Promise<{ cover?: string; seoImage?: string; missing: string }> {
  const { media, report } = session
  const missing: string[] = []
  const place = async (file: string, alt: string) => {
    try {
      return await media.store(file, alt)
    } catch (error) {
      if (!(error instanceof DocumentError)) throw error
      if (error instanceof UnreachableError) missing.push(file)
      report.issues.push({ code: error.code, severity: 'warning', file: document, message: error.message })
      return undefined
    }
  }
  for (const { file, alt, put, drop } of resolved.files) {
    const stored = await place(file, alt)
    if (stored) put(stored)
    else drop()
  }
  const placed = async (image: ResolvedBody['cover']) =>
    image ? (await place(image.file, image.alt))?.id : undefined
  const cover = await placed(resolved.cover)
  const seoImage = await placed(resolved.seoImage)
  return { cover, seoImage, missing: missing.length > 0 ? shortHash(stableJson(missing.sort())) : '' }
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
