/** Damaged and hostile exports: what is broken is named, and everything beside it still arrives. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { plainText } from '../lexical/nodes'
import { itemConverter } from './body/itemConverter'
import { indexExport } from './export/indexExport'
import { listExportFiles } from './export/listExportFiles'
import { openWordPress } from './openWordPress'
import { type Cut, cutItems } from './xml/cutItems'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wordpress-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const head = `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel><title>Site</title><wp:base_blog_url>https://a.example</wp:base_blog_url>\n`
const end = '</channel></rss>'

function item(id: number, title: string, content: string): string {
  return `<item>
<title>${title}</title><link>https://a.example/${id}/</link>
<content:encoded>${content}</content:encoded>
<wp:post_id>${id}</wp:post_id><wp:post_name>post-${id}</wp:post_name><wp:status>publish</wp:status>
<wp:post_type>post</wp:post_type>
</item>
`
}

const good = item(1, '<![CDATA[Good]]>', '<![CDATA[Fine words.]]>')

async function read(content: string | Buffer) {
  const path = join(folder, 'export.xml')
  writeFileSync(path, content)
  const files = await listExportFiles(path)
  const index = await indexExport(files.paths, { types: new Set() })
  const convert = itemConverter({
    attachments: [],
    reusable: {},
    origin: 'https://a.example',
    site: 'a.example',
  })
  const words: Record<string, string> = {}
  for (const { sourceId, title = '', file } of index.documents) {
    const place = index.places.get(sourceId)
    if (!place) continue
    words[title] = plainText((await convert({ ...place, file, sourceId })).body.root)
  }
  await files.remove()
  return {
    words,
    codes: index.issues.map(({ code, severity }) => `${severity} ${code}`),
    issues: index.issues,
  }
}

test('unescaped ampersands, several sections and markup where text should be are read as they were meant', async () => {
  const parted = item(2, 'Rock & Roll &amp; R&D', '<![CDATA[One ]]]]><![CDATA[> two]]> & <![CDATA[three]]>')
  const bare = item(3, 'Bare', '<p>Not <b>escaped</b> at all & open<br><p>to the end')
  const escaped = item(4, 'Escaped', '&lt;p&gt;Words &amp;amp; more&lt;/p&gt;')
  const { words, codes } = await read(head + parted + bare + escaped + good + end)
  expect(words).toEqual({
    'Rock & Roll & R&D': 'One ]]> two & three',
    Bare: expect.stringMatching(/^Not escaped at all & open\s+to the end$/),
    Escaped: 'Words & more',
    Good: 'Fine words.',
  })
  expect(codes).toEqual([])
})

test('a feed that stands within a text ends no item', async () => {
  const feed = item(2, 'Feeds', '<![CDATA[<pre>&lt;/item&gt;</pre> </item> <item> words]]>')
  const { words, codes } = await read(head + feed + good + end)
  expect(Object.keys(words)).toEqual(['Feeds', 'Good'])
  expect(codes).toEqual([])
})

test('a file that breaks off loses the item that it breaks off in, and says so', async () => {
  const whole = head + good + item(2, 'Cut', '<![CDATA[Many words that are never ended]]>')
  const { words, codes, issues } = await read(whole.slice(0, whole.indexOf('never ended')))
  expect(words).toEqual({ Good: 'Fine words.' })
  expect(codes).toEqual(['error ITEM_TRUNCATED', 'warning FILE_TRUNCATED'])
  expect(issues[0]?.message).toMatch(/breaks off/)
})

test('an item that is not ended, and a section that is not, spoil only themselves', async () => {
  const open = item(2, 'Open', 'x').replace('</item>', '')
  const section = item(3, 'Section', '<![CDATA[never closed')
  const { words, codes } = await read(
    head + open + good + section + item(4, 'Last', '<![CDATA[Still here.]]>') + end,
  )
  expect(words).toEqual({ Good: 'Fine words.', Last: 'Still here.' })
  expect(codes).toEqual(['error ITEM_TRUNCATED', 'error ITEM_TRUNCATED'])
})

test('control characters are left out and counted', async () => {
  const { words, codes } = await read(
    head + item(2, 'Con\u0008trol', '<![CDATA[a\u0000b\u001fc&#x8;]]>') + end,
  )
  expect(words).toEqual({ Control: 'abc' })
  expect(codes).toEqual(['warning CONTROL_CHARACTERS'])
})

test('every encoding is read: the declared one, the real one, and two bytes a character', async () => {
  const text = (declared: string) =>
    head.replace('UTF-8', declared) + item(2, 'Grüße', '<![CDATA[Äpfel aus Köln]]>') + end
  const expected = { Grüße: 'Äpfel aus Köln' }
  expect((await read(iconv.encode(text('ISO-8859-1'), 'latin1'))).words).toEqual(expected)
  expect((await read(iconv.encode(text('UTF-8'), 'latin1'))).words).toEqual(expected)
  expect((await read(iconv.encode(text('UTF-16'), 'utf-16le', { addBOM: true }))).words).toEqual(expected)
  expect((await read(iconv.encode(text('UTF-16'), 'utf-16be', { addBOM: true }))).words).toEqual(expected)
  const broken = Buffer.from(text('UTF-8').replace('Köln', 'Köln, ß, ü, é, à, ç @'))
  broken[broken.indexOf('@')] = 0xe4
  expect((await read(broken)).codes).toEqual(['warning INVALID_BYTES'])
})

test('entities of a DOCTYPE are neither multiplied nor fetched', async () => {
  const levels = Array.from(
    { length: 10 },
    (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`,
  ).join('')
  const doctype = `<!DOCTYPE rss [<!ENTITY l0 "lol">${levels}<!ENTITY file SYSTEM "file:///etc/passwd">]>`
  const hostile =
    head.replace('<rss', `${doctype}\n<rss`) + item(2, '&l10;&file;', '&l10; &file; words') + good + end
  const { words } = await read(hostile)
  expect(JSON.stringify(words)).not.toMatch(/lollol|root:/)
  expect(words.Good).toBe('Fine words.')
})

test('an item larger than any text is named and passed over', async () => {
  const huge = Buffer.concat([
    Buffer.from(`${head}<item><title>Huge</title><content:encoded><![CDATA[`),
    Buffer.alloc(40 * 1024 * 1024, 'words '),
    Buffer.from(`]]></content:encoded></item>\n${good}${end}`),
  ])
  const { words, codes } = await read(huge)
  expect(words).toEqual({ Good: 'Fine words.' })
  expect(codes).toEqual(['error DOCUMENT_TOO_LARGE'])
})

test('what is no export, and what is not there, is refused with a code', async () => {
  const path = join(folder, 'page.xml')
  writeFileSync(path, '<html><body>A page</body></html>')
  await expect(openWordPress({ path })).rejects.toMatchObject({ code: 'IMPORT_NOT_WORDPRESS' })
  await expect(openWordPress({ path: join(folder, 'gone.xml') })).rejects.toMatchObject({
    code: 'IMPORT_FILE_MISSING',
  })
})

test('an item that is there twice counts once', async () => {
  expect((await read(head + good + good + end)).codes).toEqual(['warning DUPLICATE_ITEM'])
})

test('the forms of older exports are understood', async () => {
  const older = item(2, 'Old', '<![CDATA[Words]]>').replace(
    '<wp:post_id>',
    `<category><![CDATA[News]]></category><category domain="category" nicename="news"><![CDATA[News]]></category>
     <category domain="tag" nicename="short"><![CDATA[Short]]></category><wp:post_id>`,
  )
  writeFileSync(join(folder, 'old.xml'), head + older + end)
  const { documents, head: site } = await indexExport([join(folder, 'old.xml')], { types: new Set() })
  expect(documents).toMatchObject([{ categories: ['news'], tags: ['short'] }])
  expect(site.terms).toMatchObject([{ name: 'News' }, { name: 'Short' }])
})

test('marks that fall between two reads of a file are seen', async () => {
  const path = join(folder, 'parted.xml')
  const feed = item(2, 'Feeds', '<![CDATA[<p></item> <item> ]]]]><![CDATA[> words</p>]]>')
  writeFileSync(path, head + good + feed + item(3, 'Open', 'x').replace('</item>', '') + good + end)
  const whole = await cutsOf(path)
  expect(whole.map(({ kind, isTruncated }) => `${kind} ${isTruncated}`)).toEqual([
    'head false',
    'item false',
    'item false',
    'item true',
    'item false',
  ])
  for (let size = 1; size < 80; size += 1)
    expect(await cutsOf(path, size), `${size} bytes at a time`).toEqual(whole)
})

async function cutsOf(path: string, chunkBytes?: number) {
  const cuts: Cut[] = []
  for await (const cut of cutItems(path, chunkBytes)) cuts.push(cut)
  return cuts
}
