/** What a reader meant who typed a word that no article has. */
import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { execute } from '@/src/platform/payload/execute'
import { typingDistance } from './typingDistance'
import { type AskedWord, wordsOf } from './words'

/** Shorter words have too few letters to tell a slip from another word. */
const shortest = 4
/** Of the similar words, how many are looked up in the articles. */
const closest = 5

interface Similar {
  plain: string
  word: string
  asked: string
}

/** @returns the query with each unknown word replaced by a known one, null where there is nothing to replace. */
export async function correctQuery(
  req: PayloadRequest,
  { q, configurations }: { q: string; configurations: string[] },
): Promise<string | null> {
  const words = wordsOf(q).filter(({ text, isExcluded }) => text.length >= shortest && !isExcluded)
  if (words.length === 0 || configurations.length === 0) return null
  const counts = await countArticles(
    req,
    words.map(({ text }) => text),
    configurations,
  )
  const unknown = words.filter((_, index) => counts[index] === 0)
  const known = unknown.length > 0 ? await closestWords(req, unknown, configurations) : new Map()
  const replaced = unknown.filter(({ text }) => known.has(text))
  if (replaced.length === 0) return null
  return replaced.reduceRight((query, { text, at }) => {
    return `${query.slice(0, at)}${known.get(text)}${query.slice(at + text.length)}`
  }, q)
}

async function countArticles(
  req: PayloadRequest,
  words: string[],
  configurations: string[],
): Promise<number[]> {
  const rows = await execute<{ articles: number }>(
    req,
    sql`
      select (
        select sum(search_count(plainto_tsquery(configuration::regconfig, word), 1000))::integer
        from unnest(${sql.param(configurations)}::text[]) as configuration
      ) as articles
      from unnest(${sql.param(words)}::text[]) with ordinality as words (word, at) order by at`,
    { reads: ['content'] },
  )
  return rows.map(({ articles }) => articles)
}

/** The least slips first; of equals the word that more articles have. */
async function closestWords(
  req: PayloadRequest,
  unknown: AskedWord[],
  configurations: string[],
): Promise<Map<string, string>> {
  const similar = await execute<Similar>(
    req,
    sql`
      select asked, word, plain from unnest(${sql.param(unknown.map(({ text }) => text))}::text[]) as asked, lateral (
        select word, plain from search_words where plain % lower(unaccent(asked))
        order by similarity(plain, lower(unaccent(asked))) desc, word limit 40
      ) as alike`,
    { reads: ['content'] },
  )
  const near = unknown.flatMap(({ text }) =>
    nearest(
      text,
      similar.filter(({ asked }) => asked === text),
    ),
  )
  const counts = await countArticles(
    req,
    near.map(({ word }) => word),
    configurations,
  )
  const best = new Map<string, { word: string; distance: number; articles: number }>()
  for (const [index, { asked, word, distance }] of near.entries()) {
    const articles = counts[index] ?? 0
    const present = best.get(asked)
    const isBetter =
      !present ||
      distance < present.distance ||
      (distance === present.distance && articles > present.articles)
    if (articles > 0 && isBetter) best.set(asked, { word, distance, articles })
  }
  return new Map([...best].map(([asked, { word }]) => [asked, word]))
}

function nearest(text: string, similar: Similar[]): (Similar & { distance: number })[] {
  const plain = withoutAccents(text)
  const most = plain.length <= 5 ? 1 : plain.length <= 8 ? 2 : 3
  return similar
    .map((each) => ({ ...each, distance: typingDistance(plain, each.plain) }))
    .filter(({ distance }) => distance <= most)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, closest)
}

function withoutAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
}
