import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { execute } from '@/src/platform/payload/execute'
import { spellingsOf } from './spellings'
import { lastWordOf, withoutLastOr, withoutLoneDashes, withoutOperators } from './words'

type SQL = ReturnType<typeof sql>

/** A query in the words of one language, and the documents it is for. */
export interface LanguageQuery {
  configuration: string
  locales: string[]
  /** PostgreSQL's own form of it. */
  asked: string
  /** The same without phrases and negations. */
  loose: string
  /** Its words as they were written, one of them enough. */
  exact: string
}

/** Letters from which on a word that is being typed is looked up: its beginning may be longer than the stem of the whole. */
const longEnoughToComplete = 4
const lastLetter = '\u{10FFFF}'
/** A number, which every language leaves as it is, and nobody searches for. */
const standIn = '7316254903'

/**
 * Reads a query as each language of the site reads it: words in quotes stand together, `-` excludes, `or` gives a
 * choice. Languages in which nothing is left to look for, such as stop words only, are left out.
 */
export async function readQueries(
  req: PayloadRequest,
  { q, locale, isPrefix }: { q: string; locale?: string; isPrefix: boolean },
): Promise<LanguageQuery[]> {
  const query = withoutLoneDashes(q)
  const plain = withoutOperators(query)
  const typed = isPrefix ? lastWordOf(query) : undefined
  const asked = typed ? parseUnfinished(query, typed) : parse(query)
  const loose = typed ? looseUnfinished(plain, typed) : parse(plain)
  return execute<LanguageQuery>(
    req,
    sql`
      with recursive known (locale) as (
        select min(locale) from search_documents
        union all
        select (select min(locale) from search_documents where locale > known.locale) from known where known.locale is not null
      ), languages as (
        select search_configuration(locale) as configuration, array_agg(locale) as locales from known
        where locale is not null ${locale === undefined ? sql`` : sql`and lower(locale) = lower(${locale})`} group by 1
      ), queries as (
        select configuration, locales, ${asked} as asked,
          regexp_replace((${loose})::text, '<(-|\\d+)>', '&', 'g')::tsquery as loose
        from languages
      )
      select configuration::text, locales, asked::text, loose::text,
        replace(plainto_tsquery('search_simple', ${plain})::text, '&', '|') as exact
      from queries
      where querytree(asked) not in ('', 'T') and querytree(loose) not in ('', 'T')`,
    { reads: ['content'] },
  )
}

/** Names with several spellings are found by each of them. */
function parse(query: string): SQL {
  return spellingsOf(query).reduce((whole, { asked, ways }) => {
    const anyWay = sql.join(ways.map(asWords), sql` || `)
    return sql`ts_rewrite(${whole}, ${parseAsIs(asked)}, ${anyWay})`
  }, parseAsIs(query))
}

function parseAsIs(query: string): SQL {
  return sql`search_parse(configuration, ${query})`
}

/** What PostgreSQL reads as parts that follow each other, such as a name and its number. No index knows of an order. */
function asWords(way: string): SQL {
  return sql`regexp_replace(${parseAsIs(way)}::text, '<(-|\\d+)>', '&', 'g')::tsquery`
}

/**
 * PostgreSQL reads the query with a stand-in for its last word, so that phrases and choices are its own. A stop word
 * may be all of it, or the beginning of another.
 */
function parseUnfinished(query: string, typed: string): SQL {
  const finished = query.slice(0, -typed.length)
  return sql`(ts_rewrite(${parse(`${finished} ${standIn}`)}, ${parse(standIn)}, ${typedWord(typed)})
    || case when numnode(${parse(typed)}) = 0 then ${parse(withoutLastOr(finished))} else ''::tsquery end)`
}

/** A single letter, which only a phrase may end in, would bring up most of the index. */
function looseUnfinished(plain: string, typed: string): SQL {
  return typed.length > 1
    ? parseUnfinished(plain, typed)
    : parse(withoutLastOr(plain.slice(0, -typed.length)))
}

/** Matches the word as it stands, any that begins with it, and the stems of those that readers may mean. */
function typedWord(word: string): SQL {
  const beginning = sql`to_tsquery('search_simple', ${`'${word}':*`})`
  const itself = parse(word)
  if (word.length < longEnoughToComplete) return sql`(${itself} || ${beginning})`
  const plain = sql`lower(unaccent(${word}))`
  return sql`(${itself} || ${beginning} || coalesce((
    select to_tsquery(configuration, string_agg('''' || plain || '''', ' | ')) from (
      select plain from (
        select distinct plain from search_words where plain >= ${plain} and plain < ${plain} || ${lastLetter}
        order by plain limit 300
      ) as longer where not to_tsvector(configuration, plain) @@ ${beginning} limit 12
    ) as missed), ''::tsquery))`
}
