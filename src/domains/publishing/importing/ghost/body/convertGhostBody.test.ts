/** Every card and format of Ghost's three editors. */
import { describe, expect, test } from 'vitest'
import type { LexicalNode } from '../../lexical/nodes'
import { visitNodes } from '../../lexical/nodes'
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

const cardCases: Record<string, [name: string, payload: object, expected: unknown[], lexicalName?: string]> =
  {
    'an image with alt and caption': [
      'image',
      { src: '/content/images/a.png', alt: 'A', caption: 'By <b>her</b>', width: 10 },
      [{ upload: '/content/images/a.png', alt: 'A', caption: 'By her' }],
    ],
    'a wide image': [
      'image',
      { src: '/content/images/a.png', alt: 'A', cardWidth: 'wide', caption: 'Wide' },
      [{ upload: '/content/images/a.png', alt: 'A', caption: 'Wide', size: 'wide' }],
    ],
    'an image that links': [
      'image',
      { src: '/content/images/a.png', alt: 'A', href: 'https://x.example' },
      [
        { upload: '/content/images/a.png', alt: 'A' },
        { p: [{ link: 'https://x.example', children: ['A'] }] },
      ],
    ],
    'a gallery': [
      'gallery',
      {
        images: [
          { src: '/content/images/a.png', alt: 'A' },
          { src: '/content/images/b.png', caption: 'B' },
        ],
        caption: 'Both',
      },
      [{ gallery: ['/content/images/a.png', '/content/images/b.png B'] }, { p: ['*Both'] }],
    ],
    'before and after': [
      'before-after',
      { beforeImage: { src: '/content/images/a.png' }, afterImage: { src: '/content/images/b.png' } },
      [{ gallery: ['/content/images/a.png', '/content/images/b.png'] }],
    ],
    'a bookmark': [
      'bookmark',
      {
        url: 'https://b.example/x',
        metadata: { title: 'Title', description: 'Words', publisher: 'P' },
        caption: '',
      },
      [{ embed: { url: 'https://b.example/x', title: 'Title', caption: 'Words' } }],
    ],
    'an embed': [
      'embed',
      {
        url: 'https://www.youtube.com/watch?v=abcdef',
        html: '<iframe></iframe>',
        metadata: { title: 'Film' },
        caption: 'Seen',
      },
      [{ embed: { url: 'https://www.youtube.com/watch?v=abcdef', title: 'Film', caption: 'Seen' } }],
    ],
    'an embed that only has its player': [
      'embed',
      { html: '<iframe src="https://player.vimeo.com/video/123"></iframe>' },
      [{ embed: { url: 'https://vimeo.com/123' } }],
    ],
    'a callout': [
      'callout',
      { calloutEmoji: '💡', calloutText: 'Mind <strong>this</strong>', backgroundColor: 'yellow' },
      [{ callout: 'warning', title: undefined, children: [{ p: ['💡 Mind ', '**this'] }] }],
    ],
    'a toggle': [
      'toggle',
      { heading: 'More <i>of it</i>', content: '<p>Inside</p><p>Twice</p>' },
      [{ callout: 'info', title: 'More of it', children: [{ p: ['Inside'] }, { p: ['Twice'] }] }],
    ],
    'a button': [
      'button',
      { buttonUrl: 'https://go.example', buttonText: 'Go' },
      [{ p: [{ link: 'https://go.example', children: ['**Go'] }] }],
    ],
    code: [
      'code',
      { code: 'const a = 1\n\n  b()', language: 'JS', caption: 'Listing' },
      [{ code: 'const a = 1\n\n  b()', language: 'js' }, { p: ['*Listing'] }],
      'codeblock',
    ],
    html: [
      'html',
      { html: '<h3 onclick="x()">Raw</h3><script>x()</script><p>Text</p>' },
      [{ h3: ['Raw'] }, { p: ['Text'] }],
    ],
    markdown: [
      'markdown',
      { markdown: '## Head\n\n- one\n- two\n\nNoted[^1].\n\n[^1]: The note' },
      [{ h2: ['Head'] }, { ul: ['one', 'two'] }, { p: ['Noted', { footnote: [{ p: ['The note'] }] }, '.'] }],
    ],
    'a product': [
      'product',
      {
        productTitle: '<b>Pen</b>',
        productDescription: '<p>Writes</p>',
        productImageSrc: '/content/images/pen.png',
        productRatingEnabled: true,
        productStarRating: 4,
        productButtonEnabled: true,
        productButton: 'Buy',
        productUrl: 'https://shop.example',
      },
      [
        { upload: '/content/images/pen.png', alt: 'Pen' },
        { h3: ['**Pen'] },
        { p: ['★★★★☆'] },
        { p: ['Writes'] },
        { p: [{ link: 'https://shop.example', children: ['**Buy'] }] },
      ],
    ],
    'a header': [
      'header',
      {
        header: 'Big',
        subheader: 'Small',
        backgroundImageSrc: '/content/images/h.png',
        buttonEnabled: true,
        buttonText: 'Go',
        buttonUrl: '/go',
      },
      [
        { upload: '/content/images/h.png', alt: 'Big' },
        { h2: ['Big'] },
        { p: ['Small'] },
        { p: [{ link: '/go', children: ['**Go'] }] },
      ],
    ],
    'a paywall': ['paywall', {}, [{ block: 'paywall' }]],
    'a rule': ['hr', {}, [{ hr: true }], 'horizontalrule'],
    'a card for mails': ['email', { html: '<p>Hi {name}</p>' }, [{ p: [] }]],
    'a call to action in mails': [
      'email-cta',
      { html: '<p>Hi</p>', buttonText: 'x', buttonUrl: 'https://x.example' },
      [{ p: [] }],
    ],
    audio: [
      'audio',
      { src: '/content/media/a.mp3', title: 'Song' },
      [{ p: [{ link: '/content/media/a.mp3', children: ['Song'] }] }],
    ],
    video: [
      'video',
      { src: '/content/media/a.mp4', fileName: 'a.mp4', caption: 'Film' },
      [{ upload: '/content/media/a.mp4', alt: 'a.mp4', caption: 'Film' }],
    ],
    'a file': [
      'file',
      { src: '/content/files/a.pdf', fileTitle: 'Paper', fileCaption: 'PDF', fileName: 'a.pdf' },
      [{ p: [{ link: '/content/files/a.pdf', children: ['Paper'] }, ' PDF'] }],
    ],
    'a sign-up': [
      'signup',
      { header: 'Join', subheader: 'us', buttonText: 'Go' },
      [{ block: 'newsletter', heading: 'Join', text: 'us' }],
    ],
    'a call to action': [
      'call-to-action',
      {
        textValue: '<p>Try it</p>',
        showButton: true,
        buttonText: 'Now',
        buttonUrl: 'https://x.example',
        hasSponsorLabel: true,
        sponsorLabel: '<p>SPONSORED</p>',
      },
      [{ p: ['*SPONSORED'] }, { p: ['Try it'] }, { p: [{ link: 'https://x.example', children: ['**Now'] }] }],
    ],
    'a card that nobody knows, with HTML': ['mystery', { html: '<p>Kept</p>' }, [{ p: ['Kept'] }]],
  }

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

/** A body in few words: only what these tests look at. */
function shape(nodes: LexicalNode[] = []): unknown[] {
  return nodes.map(one)
}

const marks: [number, string][] = [
  [4, '~'],
  [8, '_'],
  [16, '`'],
  [32, ','],
  [64, '^'],
  [2, '*'],
  [1, '**'],
]

function one(node: LexicalNode): unknown {
  const fields = (node.fields ?? {}) as Record<string, unknown>
  switch (node.type) {
    case 'text':
      return marks.reduce(
        (words, [bit, mark]) => (Number(node.format) & bit ? mark + words : words),
        String(node.text),
      )
    case 'linebreak':
      return 'BREAK'
    case 'paragraph':
      return { p: shape(node.children) }
    case 'heading':
      return { [String(node.tag)]: shape(node.children) }
    case 'quote':
      return { quote: shape(node.children) }
    case 'list':
      return {
        [node.listType === 'number' ? 'ol' : 'ul']: (node.children ?? []).flatMap((item) =>
          shape(item.children),
        ),
      }
    case 'link':
      return { link: fields.url, children: shape(node.children) }
    case 'upload': {
      const { src, alt } = node.value as { src: string; alt: string }
      return { upload: src, alt, ...fields }
    }
    case 'horizontalrule':
      return { hr: true }
    case 'inlineBlock':
      return { footnote: shape((fields.note as { root: LexicalNode }).root.children) }
    default:
      return blockShape(fields)
  }
}

function blockShape({ id: _id, blockName: _name, blockType, ...fields }: Record<string, unknown>): unknown {
  switch (blockType as string) {
    case 'callout':
      return {
        callout: fields.tone,
        title: fields.title,
        children: shape((fields.content as { root: LexicalNode }).root.children),
      }
    case 'gallery':
      return {
        gallery: (fields.images as { media: { src: string }; caption?: string }[]).map(
          ({ media, caption }) => (caption ? `${media.src} ${caption}` : media.src),
        ),
      }
    case 'embed':
      return { embed: fields }
    case 'code':
      return { code: fields.code, language: fields.language }
    default:
      return { block: blockType, ...fields }
  }
}
