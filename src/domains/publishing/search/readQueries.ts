import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { execute } from '@/src/platform/payload/execute'
import { lastWordOf, withoutOperators } from './words'

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

/**
 * Reads a query as each language of the site reads it: words in quotes stand together, `-` excludes, `or` gives a
 * choice. Languages in which nothing is left to look for, such as stop words only, are left out.
 */
export async function readQueries(
  req: PayloadRequest,
  { q, locale, isPrefix }: { q: string; locale?: string; isPrefix: boolean },
): Promise<LanguageQuery[]> {
  const typed = isPrefix ? lastWordOf(q) : undefined
  const whole = typed ? q.slice(0, -typed.length) : q
  const parse = (text: string) => sql`search_parse(configuration, ${text})`
  const asked = typed ? sql`${parse(whole)} && ${typedWord(typed)}` : parse(whole)
  const plain = withoutOperators(whole)
  const loose = typed ? sql`${parse(plain)} && ${typedWord(typed)}` : parse(plain)
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
        replace(plainto_tsquery('search_simple', ${withoutOperators(q)})::text, '&', '|') as exact
      from queries
      where querytree(asked) not in ('', 'T') and querytree(loose) not in ('', 'T')`,
    { reads: ['content'] },
  )
}

/** Matches the word as it stands, any that begins with it, and the stems of those that readers may mean. */
function typedWord(word: string) {
  const beginning = sql`to_tsquery('search_simple', ${`'${word}':*`})`
  const itself = sql`search_parse(configuration, ${word})`
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
