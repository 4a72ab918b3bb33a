import { createLocalReq, type GlobalSlug, type Payload } from 'payload'
import { asSystem } from '@/src/platform/authority'
import {
  type ArchiveRecord,
  type CollectionKind,
  collectionKinds,
  exportedFields,
  type Fields,
  type GlobalKind,
} from '../../exporting/archiveFormat'
import { readRecordById } from '../../exporting/readRecords'
import { fieldsOf } from '../../exporting/recordOf'
import { liesAhead } from '../../publicationDate'
import { uniqueSlug } from '../../uniqueSlug'
import { DocumentError, type ImportIssue } from '../neutral'
import type { ImportReport, Outcome } from '../report'
import { isDatabaseLost } from '../writer/isDatabaseLost'
import type { Archive } from './archive'
import type { RestoreOptions } from './importArchive'
import { KnownRecords } from './KnownRecords'
import { mapReferences } from './mapReferences'
import { restoreMedia } from './restoreMedia'
import { restoreRecord } from './restoreRecord'
import { sameFields } from './sameFields'

type Kept = ArchiveRecord & { kind: CollectionKind }

/** One run: what it knows by now, and what became of each record. */
export class Restoring {
  private readonly known: KnownRecords
  private readonly owners = new Map<string, string | undefined>()
  private mayWait = true

  constructor(
    private readonly payload: Payload,
    private readonly archive: Archive,
    private readonly options: RestoreOptions,
    private readonly report: ImportReport,
  ) {
    this.known = new KnownRecords(payload)
  }

  /** From now on a reference to what never came is left out. */
  stopWaiting(): void {
    this.mayWait = false
  }

  async restore(record: ArchiveRecord): Promise<Outcome | 'waiting'> {
    try {
      if (isKept(record)) {
        if (this.mayWait && (await this.waitsForAnother(record))) return 'waiting'
        return this.count(record, await this.restoreRow(record))
      }
      return this.count(record, await this.restoreGlobal(record))
    } catch (error) {
      if (isDatabaseLost(error)) throw error
      return this.count(record, this.fail(record, error))
    }
  }

  private async waitsForAnother({ kind, fields, draft }: Kept): Promise<boolean> {
    for (const target of [fields.translationOf, draft?.translationOf, fields.parent]) {
      if (typeof target === 'string' && !(await this.known.idOf(kind, target))) return true
    }
    return false
  }

  private async restoreRow(record: Kept): Promise<Outcome> {
    const existing = await this.known.match(record)
    if (record.kind === 'media') return this.restoreFile(record, existing)
    const fields = await this.mapped(record, record.fields)
    const draft = record.draft && (await this.mapped(record, record.draft))
    await this.giveFreeSlugs(record.kind, existing ?? record.id, [fields, draft])
    if (existing) {
      const decision = await this.compare(record, existing, fields, draft)
      if (decision !== 'updated') return decision
    }
    if (!this.options.isDryRun) {
      const user = await this.ownerOf(record)
      const id = await restoreRecord(this.payload, {
        record,
        fields,
        draft,
        user,
        existing: existing ?? undefined,
      })
      this.known.set(record.kind, record.id, id)
    } else this.known.set(record.kind, record.id, existing ?? record.id)
    return existing ? 'updated' : 'imported'
  }

  private async compare(
    record: Kept,
    existing: string,
    fields: Fields,
    draft: Fields | undefined,
  ): Promise<Outcome> {
    const now = await readRecordById(this.payload, record.kind, existing)
    // What the archive leaves open was filled in here: the first publication dates a document.
    const { publishedAt } = now?.fields ?? {}
    const filled = publishedAt && !fields.publishedAt ? { publishedAt, ...fields } : fields
    const isSame =
      now &&
      sameFields(record.kind, now.fields, filled) &&
      Boolean(now.draft) === Boolean(draft) &&
      sameFields(record.kind, now.draft ?? {}, draft ?? {})
    if (isSame && !now.isTrashed) return 'unchanged'
    if (this.options.overwrite) return 'updated'
    const [code, words] = now?.isTrashed
      ? ['IN_TRASH', 'It lies in the trash: --overwrite brings it back.']
      : ['DIFFERS_HERE', 'It is here and says something else: --overwrite replaces it.']
    this.warn(record, code, words)
    return 'skipped'
  }

  private async restoreFile(record: Kept, existing: string | null): Promise<Outcome> {
    if (existing) return 'unchanged'
    const filename = String(record.fields.filename)
    const bytes = await this.archive.mediaFile(filename)
    if (!bytes) {
      this.known.set('media', record.id, null)
      this.warn(
        record,
        'MEDIA_FILE_MISSING',
        `${filename} is not beside the export: what shows it goes without.`,
      )
      return 'skipped'
    }
    try {
      const id = this.options.isDryRun ? record.id : await restoreMedia(this.payload, record, bytes)
      this.known.set('media', record.id, id)
      return 'imported'
    } catch (error) {
      this.known.set('media', record.id, null)
      throw error
    }
  }

  private async restoreGlobal({ kind, fields: raw, ...record }: ArchiveRecord): Promise<Outcome> {
    const slug = kind as GlobalKind
    const fields = await this.mapped({ kind, fields: raw, ...record }, raw)
    // Settings are the site's own: read and written for it as a whole.
    const now = await this.payload.findGlobal({ slug, depth: 0, overrideAccess: true })
    if (sameFields(kind, now as unknown as Fields, fields)) return 'unchanged'
    const wasSaved = 'createdAt' in now && Boolean(now.createdAt)
    if (wasSaved && !this.options.overwrite) {
      this.warn(
        { kind, fields: raw, ...record },
        'DIFFERS_HERE',
        'These settings differ here: --overwrite replaces them.',
      )
      return 'skipped'
    }
    if (this.options.isDryRun) return 'updated'
    const req = await createLocalReq({}, this.payload)
    const empty = Object.fromEntries(exportedFields[slug].map((name) => [name, null]))
    // As above.
    await this.payload.updateGlobal({
      slug: slug as GlobalSlug,
      data: { ...(wasSaved ? empty : {}), ...fields } as never,
      depth: 0,
      ...asSystem(req),
    })
    return 'updated'
  }

  private async mapped(record: ArchiveRecord, raw: Fields): Promise<Fields> {
    const { fields, missing, refused } = await mapReferences(
      record.kind,
      fieldsOf(record.kind, raw),
      this.known,
    )
    if (missing.length > 0)
      this.warn(
        record,
        'REFERENCE_MISSING',
        `Left out, since it is not here: ${[...new Set(missing)].slice(0, 5).join(', ')}`,
      )
    if (refused.length > 0) this.warn(record, 'UNSAFE_LINK', `Left out: ${refused.slice(0, 5).join(', ')}`)
    return this.waiting(record, fields)
  }

  /** What says a date to come was published by a version that let it be; here it waits for its moment. */
  private waiting(record: ArchiveRecord, fields: Fields): Fields {
    const { _status, publishedAt } = fields
    if (_status !== 'published' || typeof publishedAt !== 'string' || !liesAhead(publishedAt)) return fields
    this.warn(record, 'SCHEDULED_AS_DRAFT', `Its date, ${publishedAt}, has not come: it is a draft.`)
    return { ...fields, _status: 'draft' }
  }

  private async giveFreeSlugs(
    kind: CollectionKind,
    id: string,
    states: (Fields | undefined)[],
  ): Promise<void> {
    if (kind !== 'content' && kind !== 'pages') return
    const req = await createLocalReq({}, this.payload)
    for (const fields of states) {
      const { slug, locale } = fields ?? {}
      if (!fields || typeof slug !== 'string') continue
      const asked = { collection: kind, slug, locale: locale as string, id, isTyped: false }
      fields.slug = await uniqueSlug(req, asked)
    }
  }

  private async ownerOf(record: ArchiveRecord): Promise<string | undefined> {
    const { owner } = record
    if (!owner) return undefined
    if (!this.owners.has(owner)) {
      const where = { email: { equals: owner.toLowerCase() } }
      const { docs } = await this.payload.db.find<{ id: string }>({ collection: 'users', where, limit: 1 })
      this.owners.set(owner, docs[0]?.id)
      if (!docs[0])
        this.warn(record, 'OWNER_MISSING', `There is no account ${owner}: it has no owner for now.`)
    }
    return this.owners.get(owner)
  }

  private count(record: ArchiveRecord, outcome: Outcome): Outcome {
    const { report } = this
    const isNew = outcome === 'imported'
    const { kind } = record
    if (kind === 'content' || kind === 'pages') report.documents[outcome] += 1
    else if (outcome === 'failed') report.documents.failed += 1
    else if (kind === 'media') {
      if (isNew) report.media.stored += 1
      if (outcome === 'unchanged') report.media.reused += 1
    } else if (kind === 'categories' || kind === 'tags' || kind === 'profiles')
      report.taxonomy[kind] += isNew ? 1 : 0
    else if (kind === 'redirects') report.redirects += isNew ? 1 : 0
    else if (kind === 'imported-comments') report.comments += isNew ? 1 : 0
    else report.others = (report.others ?? 0) + (isNew || outcome === 'updated' ? 1 : 0)
    return outcome
  }

  private fail(record: ArchiveRecord, error: unknown): Outcome {
    const { message, code } = error as Error & { code?: string }
    const isOurs = error instanceof DocumentError || typeof code === 'string'
    this.tell(record, 'error', isOurs && code ? code : 'WRITE_REFUSED', message.slice(0, 500))
    return 'failed'
  }

  private warn(record: ArchiveRecord, code: string, message: string): void {
    this.tell(record, 'warning', code, message)
  }

  private tell(
    record: ArchiveRecord,
    severity: ImportIssue['severity'],
    code: string,
    message: string,
  ): void {
    const { slug, title, name, filename, from, symbol } = record.fields
    const file = `${record.kind}/${String(slug ?? filename ?? from ?? symbol ?? title ?? name ?? record.id)}`
    this.report.issues.push({ code, severity, file, message })
  }
}

function isKept(record: ArchiveRecord): record is Kept {
  return (collectionKinds as readonly string[]).includes(record.kind)
}
