import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, describe, expect, test } from 'vitest'
import { setEnv } from '@/src/platform/env'
import type { RichText as RichTextValue } from '../../editor/richText'
import {
  block,
  body,
  heading,
  inlineBlock,
  type LexicalNode,
  link,
  list,
  listItem,
  paragraph,
  text,
} from '../../importing/lexical/nodes'
import { RichText } from './RichText'

beforeAll(() => setEnv({ SITE_URL: 'https://news.example' }))

async function html(...nodes: LexicalNode[]): Promise<string> {
  const value = body(nodes) as unknown as RichTextValue
  return renderToStaticMarkup((await RichText({ value })) as ReactNode)
}

const words = (value: string) => paragraph([text(value)])
const footnote = (value: string) => inlineBlock('n', 'footnote', { note: body([words(value)]) })
const anchor = (name: string) => inlineBlock('a', 'anchor', { name })

describe('links', () => {
  test.each([
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
  ])('an address that could run something leaves only its words: %j', async (url) => {
    const shown = await html(paragraph([link('l', url, [text('press here')])]))
    expect(shown).toContain('press here')
    expect(shown).not.toContain('<a')
  })

  test('a link to another site tells it nothing about the reader', async () => {
    const shown = await html(paragraph([link('l', 'https://example.com/x', [text('out')])]))
    expect(shown).toContain('<a href="https://example.com/x" rel="noopener noreferrer">out</a>')
  })

  test('a link to our own address stays on the site', async () => {
    const shown = await html(paragraph([link('l', 'https://news.example/archive?page=2#x', [text('in')])]))
    expect(shown).toContain('<a href="/archive?page=2#x">in</a>')
  })

  test('a link to a document leads to its page, or nowhere when the reader may not read it', async () => {
    const to = (value: unknown): LexicalNode => ({
      type: 'link',
      version: 3,
      fields: { linkType: 'internal', doc: { relationTo: 'content', value } },
      children: [text('the other article')],
    })
    expect(await html(paragraph([to({ slug: 'other', locale: 'de' })]))).toContain(
      'href="/de/articles/other"',
    )
    expect(await html(paragraph([to('0192-an-id')]))).toContain('<p>the other article</p>')
  })
})

describe('headings', () => {
  test('equal words get ids of their own, and an anchor overrides them', async () => {
    const shown = await html(
      heading('h2', [text('Fees & costs')]),
      heading('h2', [text('Fees & costs')]),
      heading('h2', [anchor('the-end'), text('Last words')]),
    )
    expect(shown.match(/<h2 id="[^"]+"/g)).toEqual([
      '<h2 id="fees--costs"',
      '<h2 id="fees--costs-1"',
      '<h2 id="the-end"',
    ])
  })

  test('the title of the page stays the only first heading, and no level is left out', async () => {
    const shown = await html(heading('h1', [text('One')]), heading('h4', [text('Two')]))
    expect(shown.match(/<h\d/g)).toEqual(['<h2', '<h3'])
  })
})

describe('footnotes', () => {
  test('are numbered in the order of the text and lead there and back', async () => {
    const shown = await html(
      paragraph([text('One'), footnote('first note'), text(' two'), footnote('second note')]),
    )
    expect(shown).toContain('id="note-mark-2" href="#note-2"')
    expect(shown).toContain('<li id="note-2">')
    expect(shown).toContain('href="#note-mark-2"')
    expect(shown.indexOf('first note')).toBeLessThan(shown.indexOf('second note'))
  })

  test('are numbered on inside of lists', async () => {
    const shown = await html(
      paragraph([text('One'), footnote('first')]),
      list('bullet', 1, [listItem(1, 0, [text('item'), footnote('second')])]),
    )
    expect(shown).toContain('href="#note-2"')
  })
})

describe('resilience', () => {
  test('of a kind that nobody knows, the words are shown', async () => {
    const unknown = { type: 'brandNew', version: 1, children: [words('still here')] }
    expect(await html(unknown, block('b', 'noSuchBlock', {}), words('and on'))).toContain(
      '<p>still here</p><p>and on</p>',
    )
  })

  test('damaged nodes do not take the page down', async () => {
    const damaged = [
      { type: 'heading', version: 1 },
      { type: 'list', version: 1 },
      { type: 'table', version: 1, children: [{ type: 'tablerow', version: 1 }] },
      { type: 'upload', version: 3, value: null },
      { type: 'link', version: 3, children: [text('x')] },
      { type: 'block', version: 2 },
      { type: 'inlineBlock', version: 1 },
    ] as LexicalNode[]
    expect(await html(...damaged, words('the end'))).toContain('the end')
  })

  test('markup in the text is shown, not run', async () => {
    const shown = await html(
      words('<img src=x onerror=alert(1)>'),
      block('b', 'code', { language: 'html', code: '<script>alert(1)</script>' }),
    )
    expect(shown).not.toMatch(/<img|<script/)
  })

  test('an article of 3 MB is rendered in a moment', async () => {
    const paragraphs = Array.from({ length: 12_000 }, () => words('word '.repeat(20)))
    expect(JSON.stringify(paragraphs).length).toBeGreaterThan(3_000_000)
    const startedAt = performance.now()
    expect(await html(...paragraphs)).toContain('word')
    expect(performance.now() - startedAt).toBeLessThan(5_000)
  })
})

test('the paywall break itself shows nothing', async () => {
  expect(await html(words('free'), block('p', 'paywall', { note: 'for members' }), words('paid'))).toContain(
    '<p>free</p><p>paid</p>',
  )
})

test('a nested list stands inside of the item above it', async () => {
  const inner = list('bullet', 1, [listItem(1, 1, [text('below')])])
  const shown = await html(list('bullet', 1, [listItem(1, 0, [text('above')]), listItem(2, 0, [inner])]))
  expect(shown).toContain('<ul><li>above<ul><li>below</li></ul></li></ul>')
})

describe('the newsletter block', () => {
  const invitation = block('n', 'newsletter', { heading: 'Fridays', text: 'One letter.' })

  test('leads to the feed where there is nothing to sign up for', async () => {
    const shown = await html(invitation)
    expect(shown).toContain('Fridays')
    expect(shown).toContain('href="/feed.xml"')
  })

  test('has the form that it is given, below its words', async () => {
    const value = body([invitation]) as unknown as RichTextValue
    const rendered = await RichText({ value, signUp: (said) => <form>{said.join('|')}</form> })
    const shown = renderToStaticMarkup(rendered as ReactNode)
    expect(shown).toContain('<form>Fridays|One letter.</form>')
    expect(shown).not.toContain('/feed.xml')
  })
})
