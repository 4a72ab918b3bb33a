import { expect, test } from 'vitest'
import { readOwnMarkdown } from '../../importing/archive/readOwnMarkdown'
import type { LexicalNode } from '../../importing/lexical/nodes'
import * as make from '../../importing/lexical/nodes'
import { bodyToMarkdown } from './bodyToMarkdown'
import { meaningOf } from './meaningOf'
import { Places } from './Places'

const file = 'articles/one.md'
const places = new Places()
places.addMedia('m1', 'cover-12345678.webp')
places.addMedia('m2', 'second picture.png')
places.addDocument({ kind: 'content', id: 'a1' }, file)
places.addDocument({ kind: 'content', id: 'a2' }, 'articles/de/zwei.md')
places.addDocument({ kind: 'pages', id: 'p1' }, 'pages/about.md')

const { text, paragraph, textFormat, block } = make
const picture = (fields: object = {}) => make.upload('u', 'm1' as never, fields as never)
const internal = (relationTo: string, value: string, words: string): LexicalNode => ({
  ...make.link('l', '', [text(words)]),
  fields: { linkType: 'internal', newTab: false, doc: { relationTo, value } },
})
const note = (...children: LexicalNode[]) => ({ root: { ...make.body(children).root } })

const sayable: Record<string, LexicalNode[]> = {
  'words with marks that mean nothing': [
    paragraph([text('1. *not* _a_ [list] `or` <b>html</b> # at all & a:b 12:30 ~ ^ | {x}')]),
  ],
  'bold, italic, struck out, underlined, low and high': [
    paragraph([
      text('a '),
      ...Object.values(textFormat).flatMap((format) => [text('word', format), text(' and ')]),
      text('end'),
    ]),
  ],
  'formats within formats': [
    paragraph([
      text('bold ', textFormat.bold),
      text('both', textFormat.bold | textFormat.italic),
      text(' and code', textFormat.bold | textFormat.code),
      text('.'),
    ]),
  ],
  'line breaks': [paragraph([text('one'), make.linebreak(), text('two')])],
  'headings of every level, with an address of their own': [
    ...(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const).map((tag) => make.heading(tag, [text(`A ${tag}`)])),
    make.heading('h2', [make.inlineBlock('x', 'anchor', { name: 'kept-name' }), text('Named')]),
  ],
  'links out, in a new tab, and to documents': [
    paragraph([
      make.link('l', 'https://a.example/?b=c&d', [text('out', textFormat.bold)]),
      text(', '),
      {
        ...make.link('l', 'https://a.example', [text('tab')]),
        fields: { linkType: 'custom', url: 'https://a.example', newTab: true },
      },
      text(', '),
      internal('content', 'a2', 'an article'),
      text(' and '),
      internal('pages', 'p1', 'a page'),
      text(', '),
      make.link('l', '/search?q=1', [text('here')]),
    ]),
  ],
  'an address that became a link by itself': [
    paragraph([
      text('See '),
      { ...make.link('l', 'https://a.example/x', [text('https://a.example/x')]), type: 'autolink' },
      text(' for more'),
    ]),
  ],
  'lists in lists': [
    make.list('bullet', 1, [
      make.listItem(1, 0, [text('one')]),
      make.listItem(2, 0, [
        make.list('number', 3, [make.listItem(3, 1, [text('three')]), make.listItem(4, 1, [text('four')])]),
      ]),
      make.listItem(2, 0, [text('two')]),
    ]),
    make.list('check', 1, [
      make.listItem(1, 0, [text('done')], true),
      make.listItem(2, 0, [text('open')], false),
    ]),
  ],
  'a quote of two paragraphs': [make.quote([text('one'), make.linebreak(), make.linebreak(), text('two')])],
  'a rule and an empty line': [make.horizontalRule(), paragraph([]), make.horizontalRule()],
  'pictures of every width': [
    picture(),
    picture({ caption: 'A “caption” & more' }),
    picture({ size: 'wide' }),
    picture({ size: 'full', caption: 'Wide "one"' }),
  ],
  'a table with and without a header': [
    make.table([
      make.tableRow([
        make.tableCell({ header: 1, colSpan: 1, rowSpan: 1 }, [paragraph([text('a|b')])]),
        make.tableCell({ header: 1, colSpan: 1, rowSpan: 1 }, [paragraph([text('c')])]),
      ]),
      make.tableRow([
        make.tableCell({ header: 0, colSpan: 1, rowSpan: 1 }, [paragraph([text('1', textFormat.bold)])]),
        make.tableCell({ header: 0, colSpan: 1, rowSpan: 1 }, [paragraph([])]),
      ]),
    ]),
    paragraph([text('between')]),
    make.table([
      make.tableRow([
        make.tableCell({ header: 0, colSpan: 1, rowSpan: 1 }, [paragraph([text('1')])]),
        make.tableCell({ header: 0, colSpan: 1, rowSpan: 1 }, [paragraph([text('2')])]),
      ]),
    ]),
  ],
  code: [
    block('b', 'code', { language: 'ts', title: 'src/a.ts', code: 'const a = `x`\n\n```\n:::tip\n' }),
    block('b', 'code', { language: 'text', code: 'plain' }),
  ],
  callouts: [
    block('b', 'callout', {
      tone: 'warning',
      title: 'Mind "the" gap',
      content: note(
        paragraph([text('Words '), text('bold', textFormat.bold)]),
        make.list('bullet', 1, [make.listItem(1, 0, [text('one')])]),
      ),
    }),
    block('b', 'callout', { tone: 'info', content: note(paragraph([text('Plain')])) }),
  ],
  'a gallery': [block('b', 'gallery', { images: [{ media: 'm1', caption: 'First' }, { media: 'm2' }] })],
  'embeds, prices, newsletters, paywalls': [
    block('b', 'embed', { url: 'https://www.youtube.com/watch?v=abcdef', title: 'A film', caption: 'Seen' }),
    block('b', 'quotePrice', { symbol: 'BTC' }),
    block('b', 'newsletter', { heading: 'Join', text: 'Two\nlines' }),
    block('b', 'newsletter', {}),
    block('b', 'paywall', { note: 'Members read on' }),
    block('b', 'paywall', {}),
  ],
  'footnotes and anchors': [
    paragraph([
      make.inlineBlock('x', 'anchor', { name: 'here' }),
      text('Said'),
      make.inlineBlock('x', 'footnote', {
        note: note(
          paragraph([text('By '), make.link('l', 'https://b.example', [text('her')])]),
          paragraph([text('Again')]),
        ),
      }),
      text('.'),
    ]),
    make.quote([
      text('Quoted'),
      make.inlineBlock('x', 'footnote', { note: note(paragraph([text('Second')])) }),
    ]),
  ],
}

const unsayable: Record<string, LexicalNode[]> = {
  'a centred paragraph': [{ ...paragraph([text('centred')]), format: 'center' }],
  'an indented paragraph': [{ ...paragraph([text('indented')]), indent: 1 }],
  'two spaces': [paragraph([text('two  spaces')])],
  'a tab': [paragraph([text('a'), { type: 'tab', version: 1, text: '\t' } as LexicalNode, text('b')])],
  'a cell that spans': [
    make.table([
      make.tableRow([make.tableCell({ header: 2, colSpan: 2, rowSpan: 1 }, [paragraph([text('wide')])])]),
    ]),
  ],
  'a link to a film alone in its paragraph': [
    paragraph([
      make.link('l', 'https://www.youtube.com/watch?v=abcdef', [
        text('https://www.youtube.com/watch?v=abcdef'),
      ]),
    ]),
  ],
  'an attribute list that is meant as text': [paragraph([text('some {: .note }')])],
  'a fence that looks like ours': [
    block('b', 'code', { language: 'masthead-node', code: '{"type":"paragraph","children":[]}' }),
  ],
  'two lists one after the other': [
    make.list('bullet', 1, [make.listItem(1, 0, [text('a')])]),
    make.list('bullet', 1, [make.listItem(1, 0, [text('b')])]),
  ],
}

test.each(Object.entries(sayable))('%s are said in Markdown and read back', (_name, nodes) => {
  const { markdown, nodesKept } = bodyToMarkdown(make.body(nodes), places, file)
  expect(markdown).not.toContain('masthead-node')
  expect(nodesKept).toBe(0)
  expect(said(readOwnMarkdown(markdown, places, file))).toEqual(said(nodes))
})

test.each(Object.entries(unsayable))('%s are kept as they are', (_name, nodes) => {
  const { markdown } = bodyToMarkdown(make.body(nodes), places, file)
  expect(said(readOwnMarkdown(markdown, places, file))).toEqual(said(nodes))
})

test('everything together is read back', () => {
  const nodes = [...Object.values(sayable), ...Object.values(unsayable)].flat()
  const { markdown } = bodyToMarkdown(make.body(nodes), places, file)
  expect(said(readOwnMarkdown(markdown, places, file))).toEqual(said(nodes))
})

function said(nodes: LexicalNode[]) {
  return nodes.map(meaningOf)
}
