import { expect, test } from 'vitest'
import { env } from '@/src/platform/env'
import type { RichText } from '../editor/richText'
import { bodyHtml } from './bodyHtml'

const url = `${env.SITE_URL}/articles/here`

function html(...children: object[]): string {
  return bodyHtml({ root: { type: 'root', children } } as unknown as RichText, { url })
}

const text = (words: string, format = 0) => ({ type: 'text', text: words, format })
const paragraph = (...children: object[]) => ({ type: 'paragraph', children })
const link = (fields: object, words = 'words') => ({ type: 'link', fields, children: [text(words)] })
const block = (blockType: string, fields: object) => ({ type: 'block', fields: { blockType, ...fields } })
const media = {
  id: 'm',
  alt: 'A "picture"',
  credit: 'Ann & Bob',
  url: '/api/media/file/a.webp',
  mimeType: 'image/webp',
  width: 1600,
  height: 900,
  sizes: { hero: { url: 'https://cdn.example/a.hero.webp' } },
}

test('words keep their marks and their letters', () => {
  expect(html(paragraph(text('a', 1), text(' <b> & "', 16), text('both', 3)))).toBe(
    '<p><strong>a</strong><code> &lt;b&gt; &amp; &quot;</code><em><strong>both</strong></em></p>',
  )
})

test('addresses are whole, and those that could run something are only words', () => {
  const hrefs = ['/tags/a', '#part', 'https://a.example/?b=1&c="', 'mailto:a@b.example']
  expect(html(paragraph(...hrefs.map((each) => link({ linkType: 'custom', url: each }))))).toBe(
    `<p><a href="${env.SITE_URL}/tags/a">words</a><a href="${url}#part">words</a>` +
      '<a href="https://a.example/?b=1&amp;c=%22">words</a><a href="mailto:a@b.example">words</a></p>',
  )
  for (const bad of [
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '',
    null,
  ])
    expect(html(paragraph(link({ linkType: 'custom', url: bad })))).toBe('<p>words</p>')
})

test('a link to a document that not everybody may read is only words', () => {
  const linked = (value: unknown) => link({ linkType: 'internal', doc: { relationTo: 'content', value } })
  expect(html(paragraph(linked({ slug: 'there', locale: 'de' })))).toContain(
    `href="${env.SITE_URL}/de/articles/there"`,
  )
  expect(html(paragraph(linked('an-id')))).toBe('<p>words</p>')
})

test('pictures are shown, with their words', () => {
  const shown =
    '<figure><img src="https://cdn.example/a.hero.webp" alt="A &quot;picture&quot;" width="1600" height="900">' +
    '<figcaption>Below Ann &amp; Bob</figcaption></figure>'
  expect(html({ type: 'upload', value: media, fields: { caption: 'Below' } })).toBe(shown)
  expect(html(block('gallery', { images: [{ media, caption: 'Below' }, { media: 'an-id' }] }))).toBe(shown)
  expect(html({ type: 'upload', value: 'an-id' })).toBe('')
})

test('what only a page can do is a link, or nothing', () => {
  expect(html(block('embed', { url: 'https://youtu.be/abcdefg', title: 'A <film>' }))).toBe(
    '<p><a href="https://youtu.be/abcdefg">A &lt;film&gt;</a></p>',
  )
  expect(html(block('embed', { url: 'javascript:alert(1)', title: 'x' }))).toBe('')
  expect(html(block('quotePrice', { symbol: 'btc' }))).toBe(
    `<p><a href="${url}">BTC: the price on the page</a></p>`,
  )
  expect(html(block('newsletter', {}), block('paywall', {}), block('unknown', {}))).toBe('')
  expect(html(block('code', { code: '</code><script>1</script>' }))).toBe(
    '<pre><code>&lt;/code&gt;&lt;script&gt;1&lt;/script&gt;</code></pre>',
  )
})

test('lists, tables, quotes, callouts and notes', () => {
  const item = (words: string, extra: object = {}) => ({
    type: 'listitem',
    children: [text(words)],
    ...extra,
  })
  expect(html({ type: 'list', listType: 'number', start: 3, children: [item('three')] })).toBe(
    '<ol start="3"><li>three</li></ol>',
  )
  expect(
    html({
      type: 'list',
      listType: 'check',
      children: [item('a', { checked: true }), item('b', { checked: false })],
    }),
  ).toBe('<ul><li>☑ a</li><li>☐ b</li></ul>')
  const cell = (words: string, headerState = 0, colSpan = 1) => ({
    type: 'tablecell',
    headerState,
    colSpan,
    children: [paragraph(text(words))],
  })
  expect(
    html({ type: 'table', children: [{ type: 'tablerow', children: [cell('h', 1, 2), cell('d')] }] }),
  ).toBe('<table><tr><th colspan="2"><p>h</p></th><td><p>d</p></td></tr></table>')
  expect(html({ type: 'quote', children: [text('said')] })).toBe('<blockquote><p>said</p></blockquote>')
  const content = { root: { children: [paragraph(text('inside'))] } }
  expect(html(block('callout', { title: 'Mind', content }))).toBe(
    '<blockquote><p><strong>Mind</strong></p><p>inside</p></blockquote>',
  )
  const note = { type: 'inlineBlock', fields: { blockType: 'footnote', note: content } }
  expect(html(paragraph(text('said'), note))).toBe(
    '<p>said<sup>1</sup></p><hr><ol><li><p>inside</p></li></ol>',
  )
})

test('of a node that is not known, what is inside of it; of nothing, nothing', () => {
  expect(html({ type: 'novel', children: [paragraph(text('kept'))] })).toBe('<p>kept</p>')
  expect(html({ type: 'heading', tag: 'script', children: [text('x')] })).toBe('<h2>x</h2>')
  expect(html(paragraph(), paragraph({ type: 'linebreak' }))).toBe('')
  expect(bodyHtml(null, { url })).toBe('')
})
