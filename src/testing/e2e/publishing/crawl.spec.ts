/** Every page that the site links to: it is there, its HTML is valid, and so is every link and anchor in it. */
import { type APIRequestContext, expect, test } from '@playwright/test'
import { HtmlValidate } from 'html-validate'

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard'],
  rules: {
    // Matters of style, not of validity.
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'doctype-style': 'off',
    'long-title': 'off',
    'no-inline-style': 'off',
    'no-raw-characters': ['error', { relaxed: true }],
    'no-trailing-whitespace': 'off',
    // Scripts come from the site itself.
    'require-sri': 'off',
    'void-style': 'off',
  },
})

const tolerated = new Set([
  // React writes it into forms that work before its script is there; browsers take it as no address.
  'Attribute "action" has invalid value ""',
  // HTML allows it in text.
  'Raw ">" must be encoded as "&gt;"',
])

const mostPages = 400

test('every page that can be reached is there, valid, and links to nothing that is not', async ({
  request,
}) => {
  test.setTimeout(240_000)
  const pages = await crawl(request)
  expect(pages.size).toBeGreaterThan(60)
  expect(pages.size).toBeLessThan(mostPages)
  const faults: string[] = []
  for (const [path, { status, html, from }] of pages) {
    if (status !== 200) faults.push(`${path} answers ${status}, linked from ${from}`)
    faults.push(...(await invalid(path, html)))
    faults.push(...brokenAnchors(path, html, pages))
  }
  expect(faults).toEqual([])
})

test('every picture and file that the pages of each kind name is there', async ({ request }) => {
  const files = new Set<string>()
  for (const path of ['/', '/articles/how-to-read-an-order-book', '/authors/mirela-antonescu', '/about'])
    for (const file of filesIn(await (await request.get(path)).text())) files.add(file)
  expect(files.size).toBeGreaterThan(20)
  const faults: string[] = []
  for (const file of files) {
    const answer = await request.get(file)
    if (!answer.ok()) faults.push(`${file} answers ${answer.status()}`)
  }
  expect(faults).toEqual([])
})

interface Crawled {
  status: number
  html: string
  from: string
}

async function crawl(request: APIRequestContext): Promise<Map<string, Crawled>> {
  const pages = new Map<string, Crawled>()
  const waiting: [path: string, from: string][] = [['/', 'the start']]
  for (let next = waiting.shift(); next && pages.size < mostPages; next = waiting.shift()) {
    const [path, from] = next
    if (pages.has(path)) continue
    const answer = await request.get(path)
    const isPage = answer.headers()['content-type']?.startsWith('text/html') ?? false
    const html = isPage ? await answer.text() : ''
    pages.set(path, { status: answer.status(), html, from })
    for (const { path: linked } of linksIn(html)) if (!pages.has(linked)) waiting.push([linked, path])
  }
  return pages
}

function linksIn(html: string): { path: string; anchor: string }[] {
  return [...html.matchAll(/<a\b[^>]*\shref="([^"]*)"/g)]
    .map(([, href = '']) => href.replaceAll('&amp;', '&'))
    .filter((href) => href.startsWith('/') && !href.startsWith('//') && !/^\/(admin|api)(\/|$)/.test(href))
    .map((href) => {
      const [path = '', anchor = ''] = href.split('#')
      return { path, anchor }
    })
}

function filesIn(html: string): string[] {
  const single = [...html.matchAll(/\s(?:src|href)="(\/(?:api\/media|_next|og)\/[^"]*)"/g)].map(
    ([, file = '']) => file,
  )
  const sets = [...html.matchAll(/\ssrcset="([^"]*)"/gi)].flatMap(([, set = '']) =>
    set.split(',').map((part) => part.trim().split(' ')[0] ?? ''),
  )
  return [...single, ...sets].filter(Boolean).map((file) => file.replaceAll('&amp;', '&'))
}

async function invalid(path: string, html: string): Promise<string[]> {
  if (!html) return []
  const report = await validator.validateString(html)
  const messages = report.results[0]?.messages ?? []
  return messages
    .filter(({ message }) => !tolerated.has(message))
    .map(({ ruleId, message, selector }) => `${path}: ${ruleId}: ${message} (${selector})`)
}

function brokenAnchors(path: string, html: string, pages: Map<string, Crawled>): string[] {
  const within = [...html.matchAll(/<a\b[^>]*\shref="#([^"]+)"/g)].map(([, anchor = '']) => ({
    path,
    anchor,
  }))
  return [...within, ...linksIn(html).filter(({ anchor }) => anchor)]
    .filter(({ path: target, anchor }) => {
      const there = pages.get(target)?.html
      return there && !there.includes(`id="${decodeURIComponent(anchor)}"`)
    })
    .map(({ path: target, anchor }) => `${path} links to ${target}#${anchor}, which is not there`)
}
