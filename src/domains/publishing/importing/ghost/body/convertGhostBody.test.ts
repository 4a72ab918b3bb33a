/** Every card and format of Ghost's three editors. */
import { describe, expect, test } from 'vitest'
import { visitNodes } from '../../lexical/nodes'
import { cardCases } from '../fixtures/cardCases'
import { shape } from '../fixtures/shape'
import { convertGhostBody, type GhostText } from './convertGhostBody'

const convert = (text: GhostText) =>
  convertGhostBody({ sourceId: 'p1', file: 'post one', text, wantedFragments: [] })
const lexical = (...children: object[]) =>
  convert({ lexical: JSON.stringify({ root: { type: 'root', children } }) })
const mobiledoc = (doc: object) =>
  convert({
    mobiledoc: JSON.stringify({ version: '0.3.1', atoms: [], cards: [], markups: [], sections: [], ...doc }),
  })
const card = (name: string, payload: object = {}) =>
  mobiledoc({ cards: [[name, payload]], sections: [[10, 0]] })
const paragraph = (...children: object[]) => ({ type: 'paragraph', children })
const text = (words: string, format = 0) => ({ type: 'extended-text', text: words, format })

/** Both editors' form of one card. */
const both = (name: string, payload: object, lexicalName = name) => [
  shape(card(name, payload).body.root.children),
  shape(lexical({ type: lexicalName, version: 1, ...payload }).body.root.children),
]

describe('a card of either editor', () => {
  test.each(Object.entries(cardCases))('%s', (_title, [name, payload, expected, lexicalName]) => {
    const [mobile, lex] = both(name, payload, lexicalName)
    expect(mobile).toEqual(expected)
    expect(lex).toEqual(expected)
  })

  test('what is left out is reported', () => {
    const codes = (body: ReturnType<typeof convert>) => body.issues.map(({ code }) => code)
    expect(codes(card('email', { html: 'x' }))).toEqual(['EMAIL_CARD_DROPPED'])
    expect(codes(card('mystery'))).toEqual(['CARD_NOT_KNOWN'])
    expect(codes(card('transistor'))).toEqual(['CARD_DROPPED'])
    expect(codes(card('html', { html: '<p onclick="x">a</p><script>b</script>' })).sort()).toEqual([
      'ELEMENT_DROPPED',
      'EVENT_HANDLER_DROPPED',
    ])
  })

  test('notes of two Markdown cards do not get mixed up', () => {
    const markdown = (words: string) => ['markdown', { markdown: `A[^1]\n\n[^1]: ${words}` }]
    const { body } = mobiledoc({
      cards: [markdown('first'), markdown('second')],
      sections: [
        [10, 0],
        [10, 1],
      ],
    })
    expect(shape(body.root.children)).toEqual([
      { p: ['A', { footnote: [{ p: ['first'] }] }] },
      { p: ['A', { footnote: [{ p: ['second'] }] }] },
    ])
  })
})

describe('Mobiledoc', () => {
  test('has marks within marks, lists, pictures and soft breaks', () => {
    const { body } = mobiledoc({
      atoms: [['soft-return', '', {}]],
      markups: [['strong'], ['em'], ['a', ['href', 'https://x.example', 'onclick', 'x()']]],
      sections: [
        [1, 'h2', [[0, [], 0, 'Head']]],
        [
          1,
          'p',
          [
            [0, [0], 0, 'bold '],
            [0, [1], 2, 'both'],
            [1, [], 0, 0],
            [0, [2], 1, 'link'],
          ],
        ],
        [3, 'ol', [[[0, [], 0, 'one']], [[0, [0], 1, 'two']]]],
        [2, '/content/images/a.png'],
        [1, 'aside', [[0, [], 0, 'Aside']]],
      ],
    })
    expect(shape(body.root.children)).toEqual([
      { h2: ['Head'] },
      { p: ['**bold ', '***both', 'BREAK', { link: 'https://x.example', children: ['link'] }] },
      { ol: ['one', '**two'] },
      { upload: '/content/images/a.png', alt: '' },
      { quote: ['Aside'] },
    ])
  })

  test('of version 0.2 is read too', () => {
    const doc = {
      version: '0.2.0',
      sections: [
        [['b']],
        [
          [
            1,
            'p',
            [
              [[0], 1, 'old'],
              [[], 0, ' text'],
            ],
          ],
        ],
      ],
    }
    const { body } = convert({ mobiledoc: JSON.stringify(doc) })
    expect(shape(body.root.children)).toEqual([{ p: ['**old', ' text'] }])
  })

  test('that is damaged is replaced by the HTML beside it, or fails alone', () => {
    const { body, issues } = convert({ mobiledoc: '{"version":', html: '<p>Rescued</p>' })
    expect(shape(body.root.children)).toEqual([{ p: ['Rescued'] }])
    expect(issues[0]?.code).toBe('MOBILEDOC_MALFORMED')
    expect(() => convert({ mobiledoc: '[]' })).toThrow('no Mobiledoc')
  })
})

describe('Lexical', () => {
  test('has every text format, links, lists in lists, quotes and breaks', () => {
    const { body } = lexical(
      { type: 'extended-heading', tag: 'h2', children: [text('Head')] },
      paragraph(
        text('a'),
        ...[1, 2, 4, 8, 16, 32, 64, 3].map((format) => text(`f${format}`, format)),
        { type: 'linebreak' },
        text('b'),
      ),
      paragraph(
        { type: 'link', url: 'https://x.example', children: [text('go', 1)] },
        { type: 'autolink', url: 'https://y.example', children: [text('https://y.example')] },
      ),
      {
        type: 'list',
        listType: 'number',
        start: 3,
        children: [
          { type: 'listitem', children: [text('three')] },
          {
            type: 'listitem',
            children: [
              {
                type: 'list',
                listType: 'bullet',
                children: [{ type: 'listitem', children: [text('deep')] }],
              },
            ],
          },
        ],
      },
      { type: 'extended-quote', children: [text('said')] },
      { type: 'aside', children: [text('aside')] },
    )
    expect(shape(body.root.children)).toEqual([
      { h2: ['Head'] },
      { p: ['a', '**f1', '*f2', '~f4', '_f8', '`f16', ',f32', '^f64', '***f3', 'BREAK', 'b'] },
      {
        p: [
          { link: 'https://x.example', children: ['**go'] },
          { link: 'https://y.example', children: ['https://y.example'] },
        ],
      },
      { ol: ['three', { ul: ['deep'] }] },
      { quote: ['said'] },
      { quote: ['aside'] },
    ])
  })

  test('that is damaged, or nested beyond reason, fails alone', () => {
    expect(() => convert({ lexical: '{"root":' })).toThrow('no Lexical')
    let nested: object = text('deep')
    for (let depth = 0; depth < 300; depth += 1) nested = { type: 'unknown', children: [nested] }
    expect(() => lexical(nested)).toThrow('levels deep')
  })
})

describe('HTML as Ghost publishes it', () => {
  test('cards are known by their classes', () => {
    const html = `
      <figure class="kg-card kg-bookmark-card"><a class="kg-bookmark-container" href="https://b.example/x"><div class="kg-bookmark-content"><div class="kg-bookmark-title">Title</div><div class="kg-bookmark-description">Words</div></div></a></figure>
      <div class="kg-card kg-callout-card kg-callout-card-green"><div class="kg-callout-emoji">💡</div><div class="kg-callout-text">Mind <b>this</b></div></div>
      <div class="kg-card kg-toggle-card"><div class="kg-toggle-heading"><h4 class="kg-toggle-heading-text">More</h4></div><div class="kg-toggle-content"><p>Inside</p></div></div>
      <div class="kg-card kg-button-card kg-align-center"><a href="https://go.example" class="kg-btn kg-btn-accent">Go</a></div>
      <figure class="kg-card kg-gallery-card"><div class="kg-gallery-container"><div class="kg-gallery-row"><div class="kg-gallery-image"><img src="/content/images/a.png"></div><div class="kg-gallery-image"><img src="/content/images/b.png"></div></div></div></figure>
      <!--members-only-->
      <div class="kg-card kg-file-card"><a class="kg-file-card-container" href="/content/files/a.pdf"><div class="kg-file-card-title">Paper</div><div class="kg-file-card-caption">PDF</div></a></div>
      <figure class="kg-card kg-video-card"><div><video src="/content/media/a.mp4"></video></div><figcaption>Film</figcaption></figure>
      <figure class="kg-card kg-image-card"><img src="/content/images/a.png" alt="A"><figcaption>Cap</figcaption></figure>`
    const { body } = convert({ html })
    expect(shape(body.root.children)).toEqual([
      { embed: { url: 'https://b.example/x', title: 'Title', caption: 'Words' } },
      { callout: 'tip', title: undefined, children: [{ p: ['💡 Mind ', '**this'] }] },
      { callout: 'info', title: 'More', children: [{ p: ['Inside'] }] },
      { p: [{ link: 'https://go.example', children: ['**Go'] }] },
      { gallery: ['/content/images/a.png', '/content/images/b.png'] },
      { block: 'paywall' },
      { p: [{ link: '/content/files/a.pdf', children: ['Paper'] }, ' PDF'] },
      { upload: '/content/media/a.mp4', alt: '', caption: 'Film' },
      { upload: '/content/images/a.png', alt: 'A', caption: 'Cap' },
    ])
  })
})

test('the same text gives the same ids again', () => {
  const ids = (body: ReturnType<typeof convert>) => {
    const found: unknown[] = []
    visitNodes(body.body.root, ({ id, fields }) => found.push(id ?? fields?.id))
    return found
  }
  const once = () =>
    lexical({ type: 'callout', calloutText: 'x' }, { type: 'image', src: '/content/images/a.png' })
  expect(ids(once())).toEqual(ids(once()))
})
