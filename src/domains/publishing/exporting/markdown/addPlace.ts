/** Gives each document the file that it will have in the folder, before any of them is written. */
import type { ArchiveRecord } from '../archiveFormat'
import type { Places } from './Places'

const folderOf = { content: 'articles', pages: 'pages' } as const
/** The language whose documents need no folder of their own. */
const plainLocale = 'en'
/** Bytes that file systems take in a name, less the ending. */
const longestName = 200

export function addPlace(places: Places, { kind, id, fields }: ArchiveRecord): void {
  if (kind === 'media') places.addMedia(id, String(fields.filename))
  if (kind !== 'content' && kind !== 'pages') return
  const folder = [folderOf[kind], ...localeFolder(fields.locale)].join('/')
  const slug = typeof fields.slug === 'string' ? fields.slug : ''
  const isName =
    /^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}._-]*$/u.test(slug) && Buffer.byteLength(slug) <= longestName
  const named = `${folder}/${slug}.md`
  // Case is no difference to some file systems, and a draft may have no address yet.
  const isFree = isName && !places.has(named)
  places.addDocument({ kind, id }, isFree ? named : `${folder}/${id}.md`)
}

/** The unpublished draft of a published document lies in a folder of its own, as a second file. */
export function draftFile(file: string): string {
  return `drafts/${file}`
}

function localeFolder(locale: unknown): string[] {
  if (locale === plainLocale || typeof locale !== 'string') return []
  return /^[A-Za-z-]{2,20}$/.test(locale) ? [locale] : []
}
