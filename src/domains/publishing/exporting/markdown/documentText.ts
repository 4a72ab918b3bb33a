/** Fields of an article or page in words a person can edit: names instead of ids, paths instead of media. */
import { Document, visit } from 'yaml'
import type { LexicalBody } from '../../importing/lexical/nodes'
import type { ArchiveRecord, Fields } from '../archiveFormat'
import { isRichText } from '../recordOf'
import { bodyToMarkdown } from './bodyToMarkdown'
import type { Places } from './Places'

/** How taxonomy and authors are called in front matter, by id. */
export type Names = ReadonlyMap<string, string>

export type DocumentText = { text: string; nodesKept: number }

type Writing = { places: Places; names: Names; file: string; nodesKept: number }

export function documentText(
  { kind, id, createdAt, owner }: ArchiveRecord,
  fields: Fields,
  { places, names, file, draftOf }: { places: Places; names: Names; file: string; draftOf?: string },
): DocumentText {
  const writing: Writing = { places, names, file, nodesKept: 0 }
  const { body, ...rest } = fields
  const matter = {
    ...(draftOf ? { draftOf } : { id }),
    kind: kind === 'content' ? 'article' : 'page',
    ...frontMatter(rest, writing),
    ...(createdAt && !draftOf ? { createdAt } : {}),
    ...(owner && !draftOf ? { owner } : {}),
  }
  const markdown = isRichText(body) ? markdownOf(body, writing) : ''
  return { text: `---\n${yaml(matter)}---\n\n${markdown}`, nodesKept: writing.nodesKept }
}

function frontMatter({ _status, ...fields }: Fields, writing: Writing): Fields {
  const entries = Object.entries(fields).map(([key, value]) => [key, said(key, value, writing)])
  const { title, slug, ...rest } = Object.fromEntries(entries) as Fields
  return { ...(title ? { title } : {}), ...(slug ? { slug } : {}), status: _status ?? 'draft', ...rest }
}

const named = new Set(['authors', 'categories', 'tags'])
const pictures = new Set(['cover', 'image'])

function said(key: string, value: unknown, writing: Writing): unknown {
  if (named.has(key) && Array.isArray(value))
    return value.map((id) => writing.names.get(String(id)) ?? String(id))
  if (pictures.has(key)) return pictureOf(value, writing)
  if (key === 'seo') return saidEach(value as Fields, writing)
  if (key === 'layout' && Array.isArray(value))
    return value.map((block) => saidEach(block as Fields, writing))
  if (key === 'items' && Array.isArray(value)) return value.map((item) => saidEach(item as Fields, writing))
  if (isRichText(value)) return markdownOf(value, writing)
  return value
}

function saidEach(fields: Fields, writing: Writing): Fields {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, said(key, value, writing)]))
}

function pictureOf(id: unknown, { places, file }: Writing): unknown {
  return places.addressesFrom(file).media(id) ?? id
}

function markdownOf(body: { root: Fields }, writing: Writing): string {
  const { markdown, nodesKept } = bodyToMarkdown(body as unknown as LexicalBody, writing.places, writing.file)
  writing.nodesKept += nodesKept
  return markdown
}

/** Texts of several lines as blocks that can be read, and no value that another reader of YAML takes for a date. */
function yaml(value: Fields): string {
  const document = new Document(value, { version: '1.1' })
  visit(document, {
    Scalar(_key, node) {
      if (typeof node.value === 'string' && node.value.includes('\n')) node.type = 'BLOCK_LITERAL'
    },
  })
  return document.toString({ lineWidth: 0 })
}
