import { expect, test } from 'vitest'
import { type LexicalNode, plainText, visitNodes } from '../lexical/nodes'
import { convertHtml } from './convertHtml'

const convert = (html: string, notes?: Record<string, string>) =>
  convertHtml(html, { file: 'a-post', sourceId: 'a-post', notes })

function blocksOf(html: string, notes?: Record<string, string>): LexicalNode[] {
  return convert(html, notes).body.root.children ?? []
}

function notesOf(nodes: LexicalNode[]): string[] {
  const found: string[] = []
  for (const node of nodes)
    visitNodes(node, ({ fields }) => {
      const note = fields?.note as { root: LexicalNode } | undefined
      if (note) found.push(plainText(note.root).trim())
    })
  return found
}

const issueCodes = (html: string) => convert(html).issues.map(({ code }) => code)

test('scripts, styles and event handlers are left out and said to be', () => {
  const html = '<style>p{}</style><p onclick="steal()">Kept<script>steal()</script></p>'
  expect(JSON.stringify(blocksOf(html))).not.toMatch(/steal|p\{\}/)
  expect(issueCodes(html).sort()).toEqual(['ELEMENT_DROPPED', 'ELEMENT_DROPPED', 'EVENT_HANDLER_DROPPED'])
})

test('a link that would run a script becomes words', () => {
  const [paragraph] = blocksOf('<p><a href="java&#10;script:steal()">words</a></p>')
  expect(paragraph?.children?.map(({ type }) => type)).toEqual(['text'])
  expect(issueCodes('<p><a href="javascript:steal()">words</a></p>')).toEqual(['UNSAFE_LINK'])
})

test('what nobody can have nested by hand is refused instead of overflowing the stack', () => {
  expect(() => convert('<div>'.repeat(50_000))).toThrow(/Nested/)
  expect(() => convert('<ul><li>x'.repeat(300))).toThrow(/Nested/)
})

test('the formats of words are kept, those that a word processor wrote too', () => {
  const [paragraph] = blocksOf(
    '<p><b>b</b><em>i</em><s>s</s><u>u</u><code>c</code><sub>2</sub><sup>3</sup><span style="font-weight:700">w</span></p>',
  )
  expect(paragraph?.children?.map(({ text, format }) => `${text}${format}`)).toEqual([
    'b1',
    'i2',
    's4',
    'u8',
    'c16',
    '232',
    '364',
    'w1',
  ])
})

test('a figure keeps its caption, and a link to its own larger file makes that file the picture', () => {
  const [figure] = blocksOf(
    '<figure><a href="/up/view.jpg"><img src="/up/view-300x200.jpg" alt="A view"></a><figcaption>The <i>view</i></figcaption></figure>',
  )
  expect(figure).toMatchObject({
    type: 'upload',
    value: { src: '/up/view.jpg', alt: 'A view' },
    fields: { caption: 'The view' },
  })
})

test('galleries of several makers become galleries, captions included', () => {
  const block = `<figure class="wp-block-gallery"><ul class="blocks-gallery-grid"><li><figure><img src="a.png">
    <figcaption>One</figcaption></figure></li><li><figure><img src="b.png"></figure></li></ul><figcaption>All</figcaption></figure>`
  const old = `<div class="gallery"><dl><dt><a href="a.png"><img src="a-150x150.png"></a></dt><dd class="gallery-caption">One</dd></dl>
    <dl><dt><img src="b.png"></dt></dl></div>`
  for (const html of [block, old]) {
    const [gallery] = blocksOf(html)
    expect(gallery?.fields).toMatchObject({
      blockType: 'gallery',
      images: [{ media: { src: 'a.png' }, caption: 'One' }, { media: { src: 'b.png' } }],
    })
  }
  expect(plainText(blocksOf(block)[1] as LexicalNode)).toBe('All')
})

test('a text that only wears the class of a gallery stays a text', () => {
  const blocks = blocksOf('<div class="gallery"><p>Words of the author.</p><img src="a.png"></div>')
  expect(blocks.map(({ type }) => type)).toEqual(['paragraph', 'upload'])
})

test('more pictures than a gallery holds make a second gallery', () => {
  const pictures = Array.from({ length: 41 }, (_, index) => `<img src="${index}.png">`).join('')
  const sizes = blocksOf(`<div class="gallery">${pictures}</div>`).map(
    ({ fields = {} }) => (fields.images as unknown[]).length,
  )
  expect(sizes).toEqual([40, 1])
})

test('frames become embeds, and those of unknown makers are said to be links', () => {
  const known = '<iframe src="https://www.youtube-nocookie.com/embed/abcdef123?start=9"></iframe>'
  const unknown = '<iframe src="//maps.example/embed"></iframe>'
  expect(blocksOf(known + unknown).map(({ fields }) => fields?.url)).toEqual([
    'https://www.youtube.com/watch?v=abcdef123&t=9s',
    'https://maps.example/embed',
  ])
  expect(issueCodes(known + unknown)).toEqual(['EMBED_AS_LINK'])
})

test('tables, lists in lists and definition lists keep their shape', () => {
  const [list, term, meaning, table] = blocksOf(
    '<ul><li>one<ol start="3"><li>three</li></ol></li></ul><dl><dt>Term</dt><dd>Meaning</dd></dl>' +
      '<table><tr><th>a</th><td colspan="2">b</td></tr></table>',
  )
  expect(list).toMatchObject({
    type: 'list',
    children: [{}, { children: [{ listType: 'number', start: 3 }] }],
  })
  expect(term?.children?.[0]).toMatchObject({ text: 'Term', format: 1 })
  expect(plainText(meaning as LexicalNode)).toBe('Meaning')
  expect(table?.children?.[0]?.children).toMatchObject([{ headerState: 2 }, { colSpan: 2 }])
})

test.each([
  [
    'a section of notes',
    '<p>Text<sup id="r1"><a href="#n1">1</a></sup></p><section class="footnotes"><hr><ol><li id="n1"><p>The note. <a href="#r1">↩</a></p></li></ol></section>',
  ],
  [
    'a word processor',
    '<p>Text<a href="#_ftn1" name="_ftnref1">[1]</a></p><hr><p><a href="#_ftnref1" name="_ftn1">[1]</a> The note.</p>',
  ],
  [
    'a list without a section',
    '<p>Text<sup><a id="r" href="#n">*</a></sup></p><ol><li id="n">The note. <a href="#r">back</a></li></ol>',
  ],
])('footnotes of %s move to where they are called', (_name, html) => {
  const blocks = blocksOf(html)
  expect(notesOf(blocks)).toEqual(['The note.'])
  expect(blocks.filter(({ type }) => type !== 'horizontalrule')).toHaveLength(1)
})

test('notes that were handed over apart are put where the text calls them', () => {
  const html = '<p>Text<sup data-fn="a1" class="fn"><a href="#a1" id="a1-link">1</a></sup></p>'
  expect(notesOf(blocksOf(html, { a1: 'A <em>note</em>.' }))).toEqual(['A note.'])
})

test('a raised link within the text that is no footnote stays a link', () => {
  const blocks = blocksOf('<p><sup><a href="#part">see</a></sup></p><h2 id="part">Part</h2>')
  expect(notesOf(blocks)).toEqual([])
  expect(JSON.stringify(blocks)).toContain('"url":"#part"')
})

test('the same text gives the same body, ids included', () => {
  const html = '<p><a href="/x">x</a></p><figure><img src="a.png"></figure>'
  expect(convert(html)).toEqual(convert(html))
})
