/** What the public asks often is found by indexes, on a site with enough articles that it matters. */
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { fillContent } from '@/bench/reads/fillContent'
import { listArticles } from '@/src/domains/publishing/listArticles'
import { related } from '@/src/platform/cache/answers'
import { requestOf, rest, testDatabaseUrl } from '../harness'

const articles = 12_000

/** Fewer than there are of a category or a tag: whoever reads more for a page brings all of them together. */
const mostRows = 400

interface Plan {
  'Node Type': string
  'Relation Name'?: string
  'Actual Rows'?: number
  'Actual Loops'?: number
  'Rows Removed by Filter'?: number
  Plans?: Plan[]
}

type Sent = { text: string; values?: unknown[] }

let client: pg.Client
let sent: Sent[] = []

beforeAll(async () => {
  client = new pg.Client({ connectionString: testDatabaseUrl() })
  await client.connect()
  await fillContent(client, articles)
  related.isOpen = true
}, 120_000)

afterAll(async () => {
  related.isOpen = false
  related.flush()
  await client.end()
})

beforeEach(() => {
  const { query } = pg.Pool.prototype
  vi.spyOn(pg.Pool.prototype, 'query').mockImplementation(function (this: pg.Pool, ...args: unknown[]) {
    const [asked, values] = args as [Sent | string, unknown[] | undefined]
    sent.push(
      typeof asked === 'string'
        ? { text: asked, values }
        : { text: asked.text, values: asked.values ?? values },
    )
    return (query as (...args: unknown[]) => never).apply(this, args)
  } as never)
})

afterEach(() => vi.restoreAllMocks())

/** The plans of all that was asked of articles, made for any value as a statement that is kept has them. */
async function plansOf(ask: () => Promise<unknown>): Promise<Plan[]> {
  await ask()
  sent = []
  await ask()
  const plans: Plan[] = []
  for (const { text, values = [] } of sent.filter((each) => /"?content(_rels|_terms)?"?/.test(each.text))) {
    await client.query('set plan_cache_mode = force_generic_plan')
    await client.query(`prepare asked as ${text}`)
    const given = values.map((value) =>
      client.escapeLiteral(Array.isArray(value) ? `{${value}}` : String(value)),
    )
    const { rows } = await client.query(
      `explain (analyze, format json) execute asked${given.length ? `(${given})` : ''}`,
    )
    await client.query('deallocate asked')
    plans.push(rows[0]['QUERY PLAN'][0].Plan)
  }
  return plans
}

function nodesOf(plan: Plan): Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodesOf)]
}

const grows = /^content(_rels|_terms)?$/

function expectIndexed(plan: Plan, most = mostRows): void {
  for (const node of nodesOf(plan)) {
    const rows = (node['Actual Rows'] ?? 0) + (node['Rows Removed by Filter'] ?? 0)
    const read = rows * (node['Actual Loops'] ?? 1)
    const told = JSON.stringify(node).slice(0, 400)
    if (grows.test(node['Relation Name'] ?? '')) expect(node['Node Type'], told).not.toMatch(/^Seq Scan/)
    expect(read, told).toBeLessThan(most)
  }
}

const terms = 'where[categories.slug][equals]=category-3&where[tags.slug][equals]=tag-3'

const questions: [string, () => Promise<unknown>][] = [
  ['the newest ten', () => rest('GET /content?limit=10&sort=-publishedAt&depth=1&count=false')],
  ['one by slug', () => rest('GET /content?where[slug][equals]=article-3&limit=1&depth=1')],
  [
    'by category and tag, page 3',
    () => rest(`GET /content?${terms}&limit=20&page=3&sort=-publishedAt&count=false`),
  ],
  [
    'by terms that share nothing',
    () =>
      rest(
        'GET /content?where[categories.slug][equals]=category-3&where[tags.slug][equals]=tag-4&limit=20&count=false',
      ),
  ],
  ['by category and tag, on after a cursor', () => rest(`GET /content?${terms}&limit=20&after=`)],
  [
    'by one of several tags',
    () => rest('GET /content?where[tags.slug][in]=tag-1,tag-2,tag-3&limit=20&count=false'),
  ],
  [
    'a page of a tag',
    async () => listArticles(await requestOf(), { tags: [await idOf('tags', 'tag-3')], isCounted: false }),
  ],
  [
    'a page of an author',
    async () =>
      listArticles(await requestOf(), {
        author: await idOf('profiles', 'author-3', 'username'),
        isCounted: false,
      }),
  ],
]

test.each(questions)('%s is found by indexes, and reads no more than a page needs', async (name, ask) => {
  const plans = await plansOf(ask)
  expect(plans.length).toBeGreaterThan(0)
  // What is not there is looked for to the end of the shorter list.
  const most = name.endsWith('share nothing') ? articles / 10 : mostRows
  for (const plan of plans) expectIndexed(plan, most)
})

test('the total of a category and a tag is counted in their index', async () => {
  const plans = await plansOf(() => rest(`GET /content?${terms}&limit=20&page=3&sort=-publishedAt`))
  for (const plan of plans) expectIndexed(plan, articles)
})

async function idOf(table: string, name: string, column = 'slug'): Promise<string> {
  const { rows } = await client.query(`select id from ${table} where ${column} = $1`, [name])
  return rows[0].id
}
