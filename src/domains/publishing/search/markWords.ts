import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { execute } from '@/src/platform/payload/execute'
import type { LanguageQuery } from './readQueries'

/** A piece of text, marked where it is what was searched for. Data, never HTML. */
export interface TextPart {
  text: string
  isMatch: boolean
}

export interface Marks {
  title: TextPart[]
  /** Where the words stand in the text, or the excerpt where they do not. */
  snippet: TextPart[]
}

interface Row {
  id: string
  title: string
  excerpt: string
  text: string
}

/** Of the private use area: no text has them, and one that has marks nothing but itself. */
const [open, close, gap] = ['\uE000', '\uE001', '\uE002']
/** Stands for `<`, as PostgreSQL passes over what looks like a tag. */
const less = '\uE003'
/** Characters of a text in which words are looked for. */
const longestText = 40_000

/** Marks the words in the titles and in the texts: the whole of `wholeIds`, what is public of the others. */
export async function markWords(
  req: PayloadRequest,
  { ids, wholeIds, queries }: { ids: string[]; wholeIds: string[]; queries: LanguageQuery[] },
): Promise<Map<string, Marks>> {
  if (ids.length === 0) return new Map()
  const selection = `StartSel="${open}", StopSel="${close}"`
  const whole = `${selection}, HighlightAll=true`
  const parts = `${selection}, MaxFragments=2, MinWords=10, MaxWords=24, FragmentDelimiter="${gap}"`
  const rows = await execute<Row>(
    req,
    sql`
      select id, ts_headline(configuration, ${plain('title')}, asked, ${whole}) as title,
        ts_headline(configuration, ${plain('excerpt')}, asked, ${whole}) as excerpt,
        ts_headline(configuration, left(${plain('text')}, ${longestText}), asked, ${parts}) as text
      from unnest(${sql.param(queries.map(({ configuration }) => configuration))}::regconfig[],
        ${sql.param(queries.map(({ asked }) => asked))}::tsquery[]) as queries (configuration, asked)
      join (
        select documents.id, title, excerpt, search_configuration(documents.locale) as known,
          case when documents.id = any (${sql.param(wholeIds)}::uuid[]) then coalesce(whole_text, open_text) else open_text end as text
        from search_documents as documents join content using (id) where id = any (${sql.param(ids)}::uuid[])
      ) as articles on known = configuration`,
    { reads: ['content'] },
  )
  return new Map(rows.map((row) => [row.id, marksOf(row)]))
}

function plain(column: 'title' | 'excerpt' | 'text') {
  return sql`translate(coalesce(${sql.raw(column)}, ''), '<', ${less})`
}

function marksOf({ title, excerpt, text }: Row): Marks {
  const snippet = withinText(partsOf(text))
  return {
    title: partsOf(title),
    snippet: snippet.some(({ isMatch }) => isMatch) || excerpt === '' ? snippet : partsOf(excerpt),
  }
}

/** Dots where a piece of the text begins within a sentence. Where it ends, the page that cuts it off adds its own. */
function withinText(parts: TextPart[]): TextPart[] {
  const isWithin = /^\p{Ll}/u.test(parts[0]?.text ?? '')
  return isWithin ? [{ text: '… ', isMatch: false }, ...parts] : parts
}

function partsOf(marked: string): TextPart[] {
  // A heading and the paragraph after it are no one sentence.
  const apart = marked.replace(/(?<=[\p{L}\p{N}\uE001])\n\s*/gu, ' · ')
  const clean = apart.replaceAll(gap, ' … ').replaceAll(less, '<').replace(/\s+/g, ' ')
  const parts = clean.split(open).flatMap((piece, index) => {
    if (index === 0) return [{ text: piece.replaceAll(close, ''), isMatch: false }]
    const [match = '', ...rest] = piece.split(close)
    return [
      { text: match, isMatch: true },
      { text: rest.join(''), isMatch: false },
    ]
  })
  return parts.filter(({ text }) => text !== '')
}
