import { z } from 'zod'

/** Characters of a query: more than anybody types, and little enough to be read quickly. */
export const longestQuery = 200
/** Results on one page, at most; more than this is cut to it. */
const mostResults = 50
/** Later ones are written with five digits, which PostgreSQL does not read. */
const lastMoment = new Date('9999-12-31T23:59:59.999Z')

/** What an empty field of a form sends means nothing. */
const blank = (value: unknown) => (value === '' ? undefined : value)

const name = z.preprocess(blank, z.string().max(300).transform(withoutControls).optional())

/** A year, a month, a day or a moment. As the end of a span it lasts until its own end. */
const moment = z.string().regex(/^\d{4}(-\d\d(-\d\d(T[\d:.]{5,12}(Z|[+-]\d\d:\d\d))?)?)?$/, {
  error: 'Give a year, a month or a day: 2026, 2026-03 or 2026-03-12.',
})

const start = z.preprocess(blank, moment.transform((text, context) => spanOf(text, context)?.from).optional())
const end = z.preprocess(blank, moment.transform((text, context) => spanOf(text, context)?.before).optional())

const flag = z
  .preprocess(blank, z.enum(['true', 'false']).default('false'))
  .transform((given) => given === 'true')

export const SearchInput = z
  .object({
    q: z
      .string({ error: 'Say what to search for.' })
      .max(longestQuery, { error: `A query has at most ${longestQuery} characters.` })
      .transform(withoutControls)
      .refine((query) => query !== '', { error: 'Say what to search for.' }),
    category: name,
    tag: name,
    author: name,
    from: start,
    to: end,
    locale: z.preprocess(
      blank,
      z
        .string()
        .regex(/^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$/, { error: 'Give a language, as in de or pt-BR.' })
        .optional(),
    ),
    page: z.preprocess(blank, z.coerce.number().int().min(1).max(1_000).default(1)),
    limit: z.preprocess(
      blank,
      z.coerce
        .number()
        .int()
        .min(1)
        .transform((wanted) => Math.min(wanted, mostResults))
        .default(10),
    ),
    /** Whether the last word is still being typed. */
    prefix: flag,
    /** Whether to tell how the results divide into sections, labels, authors and years. */
    facets: flag,
  })
  .transform(({ to, prefix, facets, ...input }) => ({
    ...input,
    before: to,
    isPrefix: prefix,
    isDivided: facets,
  }))
export type SearchInput = z.output<typeof SearchInput>

/** NUL ends text for PostgreSQL, and nobody means a control character. */
export function withoutControls(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
}

function spanOf(text: string, context: z.RefinementCtx): { from: Date; before: Date } | undefined {
  const from = new Date(text)
  // PostgreSQL has no year 0.
  const isKnown = from.getUTCFullYear() > 0 && from <= lastMoment
  const isReal = isKnown && (text.length > 10 || from.toISOString().startsWith(text))
  if (!isReal) {
    context.addIssue({ code: 'custom', message: 'There is no such date.' })
    return undefined
  }
  const before = new Date(from)
  if (text.length === 4) before.setUTCFullYear(from.getUTCFullYear() + 1)
  else if (text.length === 7) before.setUTCMonth(from.getUTCMonth() + 1)
  else if (text.length === 10) before.setUTCDate(from.getUTCDate() + 1)
  return { from, before: before > lastMoment ? lastMoment : before }
}
