/** What each block and each habit of the classic editor becomes, without a database. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type LexicalNode, plainText } from '../../lexical/nodes'
import type { Attachment } from '../export/attachmentOf'
import { type ConvertItem, itemConverter } from './itemConverter'

let folder: string
let convert: ConvertItem

const attachment = (id: string, name: string, parent = '0'): Attachment => ({
  id,
  url: `https://a.example/wp-content/uploads/${name}`,
  alt: `Alt of ${name}`,
  caption: '',
  parent,
  page: `/${name.replace(/\..*/, '')}/`,
})

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'wordpress-'))
  convert = itemConverter({
    attachments: [attachment('5', 'view.png', '1'), attachment('6', 'boat.jpg')],
    reusable: {
      '9': '<!-- wp:paragraph --><p>Reused</p><!-- /wp:paragraph -->',
      '10': '<!-- wp:block {"ref":10} /-->',
    },
    origin: 'https://a.example',
    site: 'a.example',
  })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function read(content: string) {
  const path = join(folder, 'item.xml')
  const parts = content.replaceAll(']]>', ']]]]><![CDATA[>')
  const item = Buffer.from(
    `<item><wp:post_id>1</wp:post_id><content:encoded><![CDATA[${parts}]]></content:encoded></item>`,
  )
  writeFileSync(path, item)
  const { body, issues } = await convert({ path, start: 0, end: item.length, file: 'post 1', sourceId: '1' })
  return { nodes: body.root.children ?? [], codes: issues.map(({ code }) => code) }
}

/** Types and words, a line each. */
async function outline(content: string): Promise<string[]> {
  return (await read(content)).nodes.map(lineOf)
}

function lineOf(node: LexicalNode): string {
  const { blockType, caption, url, code, title, images } = node.fields ?? {}
  const media = (value: unknown) => (value as { src?: string } | undefined)?.src?.split('/').at(-1)
  const pictures = Array.isArray(images)
    ? images.map((image: { media: unknown }) => media(image.media)).join(' ')
    : ''
  const words = [blockType, media(node.value), pictures, url, code, title, caption, plainText(node).trim()]
  return [node.type, ...words].filter(Boolean).join(' ')
}

test.each([
  ['a paragraph', '<!-- wp:paragraph --><p>Words</p><!-- /wp:paragraph -->', ['paragraph Words']],
  ['a heading', '<!-- wp:heading {"level":3} --><h3>Part</h3><!-- /wp:heading -->', ['heading Part']],
  [
    'a quote',
    '<!-- wp:quote --><blockquote><!-- wp:paragraph --><p>Said</p><!-- /wp:paragraph --><cite>By</cite></blockquote><!-- /wp:quote -->',
    ['quote Said  By'],
  ],
  [
    'an older cover, whose picture is a background',
    '<!-- wp:cover {"url":"https://a.example/wp-content/uploads/view.png"} --><div style="background-image:url(x)"><p>Over</p></div><!-- /wp:cover -->',
    ['upload view.png', 'paragraph Over'],
  ],
  [
    'a file',
    '<!-- wp:file --><div><a href="https://a.example/wp-content/uploads/a.pdf">Plan</a><a href="https://a.example/wp-content/uploads/a.pdf" download>Download</a></div><!-- /wp:file -->',
    ['paragraph Plan'],
  ],
  ['code', '<!-- wp:code --><pre><code>a &lt; b</code></pre><!-- /wp:code -->', ['block code a < b']],
  [
    'a poem',
    '<!-- wp:verse --><pre>One\nTwo\n\nThree</pre><!-- /wp:verse -->',
    ['paragraph One Two', 'paragraph Three'],
  ],
  [
    'a separator and a spacer',
    '<!-- wp:separator --><hr/><!-- /wp:separator --><!-- wp:spacer --><div></div><!-- /wp:spacer -->',
    ['horizontalrule'],
  ],
  [
    'an embed of any age',
    '<!-- wp:core-embed/youtube {"url":"https://youtu.be/abcdefghijk"} --><figure>x</figure><!-- /wp:core-embed/youtube -->',
    ['block embed https://youtu.be/abcdefghijk'],
  ],
  [
    'a block that is not closed',
    '<!-- wp:group --><div><!-- wp:paragraph --><p>Open</p>',
    ['paragraph Open'],
  ],
  ['a reusable block', '<!-- wp:block {"ref":9} /-->', ['paragraph Reused']],
  [
    'links to one’s own elsewhere',
    '<!-- wp:social-links --><ul><!-- wp:social-link {"url":"https://b.example/me","service":"x"} /--></ul><!-- /wp:social-links -->',
    ['paragraph x'],
  ],
])('%s', async (_name, content, expected) => {
  expect(await outline(content)).toEqual(expected)
})

test.each([
  ['one that is not there', '<!-- wp:block {"ref":77} /-->', 'REUSABLE_BLOCK_MISSING'],
  ['one that holds itself', '<!-- wp:block {"ref":10} /-->', 'REUSABLE_BLOCK_MISSING'],
  ['one that WordPress fills', '<!-- wp:latest-posts /-->', 'BLOCK_NOT_IMPORTED'],
  ['one of a plugin', '<!-- wp:acme/box --><p>Kept</p><!-- /wp:acme/box -->', 'BLOCK_UNKNOWN'],
  [
    'one with broken settings',
    '<!-- wp:heading {"level":} --><h2>Kept</h2><!-- /wp:heading -->',
    'BLOCK_SETTINGS_BROKEN',
  ],
])('a block that means nothing here is named: %s', async (_name, content, code) => {
  expect((await read(content)).codes).toContain(code)
})

test.each([
  [
    'blank lines part paragraphs, line ends break lines',
    'One\ntwo\n\nThree',
    ['paragraph One two', 'paragraph Three'],
  ],
  ['formats reach over a blank line', '<b>One\n\nTwo</b>', ['paragraph One', 'paragraph Two']],
  [
    'lists and tables get no paragraphs',
    '<ul>\n<li>One\n</li>\n</ul>\n\n<table>\n<tr>\n<td>A</td>\n</tr>\n</table>',
    ['list One', 'table A'],
  ],
  ['code keeps its lines and brackets', '<pre>[gallery]\n\nb</pre>', ['block code [gallery]\n\nb']],
  ['a gallery that names none shows what was uploaded to the post', '[gallery]', ['block gallery view.png']],
  [
    'a gallery shows those that it names, in their order',
    '[gallery ids="6,5"]',
    ['block gallery boat.jpg view.png'],
  ],
  [
    'a caption of the older form',
    '[caption caption="Words"]<img src="https://a.example/wp-content/uploads/view-300x200.png">[/caption]',
    ['upload view.png Words'],
  ],
  ['an address alone is an embed', 'https://vimeo.com/123456', ['block embed https://vimeo.com/123456']],
  ['an address of no player is a link', 'https://b.example/x', ['paragraph https://b.example/x']],
  ['words in brackets stay words', 'As he said [sic] [1]', ['paragraph As he said [sic] [1]']],
  ['unknown shortcodes keep the text inside', '[box color="red"]Kept[/box]', ['paragraph Kept']],
  ['unknown shortcodes without a text stay as they are', '[form id="3"]', ['paragraph [form id="3"]']],
  ['code of highlighters', '[code language="php"]<b>[/code]', ['block code <b>']],
  [
    'a link to the page of a picture is that picture',
    '<a href="https://a.example/boat/"><img src="https://a.example/wp-content/uploads/boat-150x150.jpg"></a>',
    ['upload boat.jpg'],
  ],
  [
    'a proxy of pictures is passed by',
    '<img src="https://i0.wp.com/a.example/wp-content/uploads/boat.jpg?resize=100">',
    ['upload boat.jpg'],
  ],
  [
    'pages of one text are parted by a line',
    'One<!--nextpage-->Two',
    ['paragraph One', 'horizontalrule', 'paragraph Two'],
  ],
])('%s', async (_name, content, expected) => {
  expect(await outline(content)).toEqual(expected)
})

test('brackets without end cost no time', async () => {
  const startedAt = performance.now()
  for (const hostile of [
    '[a '.repeat(20_000),
    `[a ${'="'.repeat(20_000)}`,
    '[a x]'.repeat(10_000),
    '['.repeat(100_000),
  ])
    await read(hostile)
  expect(performance.now() - startedAt).toBeLessThan(20_000)
})
