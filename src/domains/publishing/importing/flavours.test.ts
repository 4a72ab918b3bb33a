import { describe, expect, test } from 'vitest'
import { type LexicalNode, plainText, visitNodes } from './lexical/nodes'
import { fileConverter } from './markdown/convertFile'
import { readFolder } from './markdown/readFolder'

const fixtures = 'src/domains/publishing/importing/fixtures'

async function read(name: string) {
  const folder = await readFolder(`${fixtures}/${name}`)
  const convert = fileConverter(folder.reader)
  const of = async (file: string) => {
    const entry = folder.entries.find(({ metadata }) => metadata.file.endsWith(file))
    if (!entry) throw new Error(`${file} was not found`)
    const { metadata, page } = entry
    const converted = await convert({ file: metadata.file, sourceId: metadata.sourceId, page })
    const nodes: LexicalNode[] = []
    visitNodes(converted.body.root, (node) => nodes.push(node))
    const blocks = nodes.filter(({ type }) => type === 'block' || type === 'inlineBlock')
    return {
      metadata,
      ...converted,
      links: nodes.filter(({ type }) => type === 'link').map(({ fields }) => fields?.url),
      types: converted.body.root.children?.map(({ type, fields }) => fields?.blockType ?? type),
      block: (kind: string) => blocks.find(({ fields }) => fields?.blockType === kind)?.fields,
      codes: converted.issues.map(({ code }) => code),
      words: plainText(converted.body.root),
    }
  }
  return { folder, of }
}

describe('a Jekyll site', () => {
  test('is known by its configuration, its collections and its topics', async () => {
    const { folder } = await read('jekyll')
    expect(folder.site).toMatchObject({
      flavour: 'jekyll',
      url: 'https://fixture.example',
      timeZone: 'America/New_York',
    })
    const topic = folder.entries.find(({ metadata }) => metadata.kind === 'term')
    expect(topic).toMatchObject({
      termCategories: ['Fees', 'Wallets'],
      metadata: { permalink: '/topics/batching/' },
    })
  })

  test('gives its posts their address, instant, author and former addresses', async () => {
    const { of } = await read('jekyll')
    const { metadata } = await of('first-post.md')
    expect(metadata).toMatchObject({
      permalink: '/2024/02/first-post/',
      publishedAt: '2024-02-29T14:30:00.000Z',
      aliases: ['/old/first/'],
      authors: [{ name: 'Ada Example', username: 'ada' }],
      draft: false,
    })
    expect((await of('second-post.md')).metadata).toMatchObject({
      publishedAt: '2024-03-11T04:30:00.000Z',
      tags: ['Grouping', 'news'],
    })
    expect((await of('idea.md')).metadata.draft).toBe(true)
  })

  test('has its Liquid run, its included link definitions used and its attribute lists read', async () => {
    const { of } = await read('jekyll')
    const post = await of('first-post.md')
    expect(post.words).toContain('The answer is 42—see the spec and batching.')
    expect(post.links).toContain('/topics/batching/')
    expect(post.links).toContain('https://why.example/')
    expect(post.block('anchor')).toMatchObject({ name: 'marked' })
    expect(post.block('callout')).toMatchObject({ tone: 'warning' })
    expect(post.block('code')).toMatchObject({ language: 'ruby', code: "puts '{{ liquid }}'" })
    expect(post.types).toEqual([
      'paragraph',
      'paragraph',
      'list',
      'upload',
      'table',
      'paragraph',
      'paragraph',
      'callout',
      'code',
    ])
    expect(post.issues).toEqual([])
  })

  test('keeps the content of tags it does not know and drops scripts, each with a line in the report', async () => {
    const { of } = await read('jekyll')
    const post = await of('second-post.md')
    expect(post.words).toContain('kept')
    expect(post.words).not.toContain('alert')
    expect(post.codes).toEqual(['UNKNOWN_LIQUID_TAG', 'UNKNOWN_LIQUID_TAG', 'ELEMENT_DROPPED', 'UNSAFE_LINK'])
    expect(post.issues[0]).toMatchObject({ file: '_posts/2024-03-10-second-post.md', line: 10 })
  })
})

describe('a Hugo site', () => {
  test('is read in TOML, JSON and YAML, with bundles, languages and permalinks', async () => {
    const { folder, of } = await read('hugo')
    expect(folder.site).toMatchObject({ flavour: 'hugo', url: 'https://hugo.example', basePath: '/blog' })
    expect((await of('posts/toml.md')).metadata).toMatchObject({
      permalink: '/2023/in-toml/',
      publishedAt: '2023-07-01T08:00:00.000Z',
      tags: ['Rust', 'Speed'],
    })
    expect((await of('bundle/index.md')).metadata).toMatchObject({
      slug: 'bundle',
      draft: true,
      publishedAt: '2023-08-02T00:00:00.000Z',
    })
    expect((await of('toml.de.md')).metadata).toMatchObject({ locale: 'de', translationKey: 'posts/toml' })
    expect((await of('about.md')).metadata.kind).toBe('page')
    expect((await of('rust/_index.md')).metadata).toMatchObject({
      kind: 'term',
      title: 'Rust',
      excerpt: 'A language.',
    })
  })

  test('has its shortcodes expanded', async () => {
    const { of } = await read('hugo')
    const post = await of('posts/toml.md')
    expect(post.types).toEqual(['paragraph', 'upload', 'embed', 'callout', 'code', 'paragraph'])
    expect(post.block('callout')).toMatchObject({ tone: 'tip' })
    expect(post.block('code')).toMatchObject({ language: 'go', code: 'fmt.Println("hi")' })
    expect(post.codes).toEqual(['UNKNOWN_SHORTCODE'])
  })
})

test('an Astro project has its components mapped, and nothing of it is run', async () => {
  const { folder, of } = await read('astro')
  expect(folder.site).toMatchObject({ flavour: 'astro', url: 'https://astro.example' })
  const post = await of('hello.mdx')
  expect(post.metadata).toMatchObject({
    publishedAt: '2022-07-08T00:00:00.000Z',
    permalink: '/blog/hello/',
    authors: [{ name: 'Grace Example' }],
  })
  expect(post.types).toEqual(['callout', 'upload', 'paragraph', 'paragraph', 'embed'])
  expect(post.words).toContain('{2 + 2}')
  expect(post.codes).toEqual(['UNKNOWN_COMPONENT', 'MDX_EXPRESSION'])
})

describe('a plain folder', () => {
  test('takes titles from headings, dates from file names and leaves its README out', async () => {
    const { folder, of } = await read('plain')
    expect(folder.entries).toHaveLength(2)
    const note = await of('dated-note.md')
    expect(note.heading).toBe('A dated note')
    expect(note.metadata).toMatchObject({ slug: 'dated-note', publishedAt: '2021-05-06T00:00:00.000Z' })
  })

  test('may use every block of the editor', async () => {
    const { of } = await read('plain')
    const post = await of('everything.md')
    expect(post.types).toEqual(
      'callout heading table list paragraph gallery embed quotePrice newsletter embed code callout paywall paragraph'.split(
        ' ',
      ),
    )
    expect(post.metadata).toMatchObject({ audience: 'members', featured: true, cover: { alt: 'A cover' } })
    expect(post.block('footnote')).toBeDefined()
    expect(post.issues).toEqual([])
  })
})
