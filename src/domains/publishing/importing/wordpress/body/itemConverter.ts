/** Second pass, one item: its text to a neutral body. Runs in a reader thread, which reads the item itself. */
import { open } from 'node:fs/promises'
import type { ElementContent, Root } from 'hast'
import { convertParsed, type HtmlOptions, parseHtml } from '../../html/convertHtml'
import { DocumentError, type NeutralBody } from '../../neutral'
import type { Attachment } from '../export/attachmentOf'
import { plainText } from '../export/plainText'
import { readItem, type WxrItem } from '../export/readItem'
import { decodeXml } from '../xml/decodeXml'
import { parseBlocks } from './blocks/parseBlocks'
import { renderBlocks } from './blocks/renderBlocks'
import { addParagraphs } from './classic/addParagraphs'
import { expandShortcodes } from './classic/expandShortcodes'
import { settleLinks } from './settleLinks'
import { addressKey, type Library, settlePictures } from './settlePictures'

export type ConverterContext = {
  attachments: Attachment[]
  reusable: Record<string, string>
  origin?: string
  /** Name of the site in the keys of comments. */
  site: string
}

export type ItemToConvert = {
  path: string
  start: number
  end: number
  declared?: string
  file: string
  sourceId: string
}

export type ConvertItem = (input: ItemToConvert) => Promise<NeutralBody>

export function itemConverter({ attachments, reusable, origin, site }: ConverterContext): ConvertItem {
  const library: Library = {
    byId: new Map(attachments.map((each) => [each.id, each])),
    byUrl: new Map(attachments.map((each) => [addressKey(each.url), each])),
    byPage: new Map(attachments.filter(({ page }) => page !== '').map((each) => [each.page, each])),
  }
  const byParent = groupByParent(attachments)
  return async ({ file, sourceId, ...place }) => {
    const item = readItem(await readPlace(place))
    if (!item) throw new DocumentError('FILE_MISSING', 'The export was changed while it was read.')
    const notes = notesOf(item)
    const body = convertParsed(
      (report) => {
        const shortcodes = { attachments: library.byId, uploads: byParent.get(item.id) ?? [], report }
        const tree = treeOf(item.content, { reusable, report }, shortcodes)
        settlePictures(tree, library)
        settleLinks(tree, origin)
        if (item.password) tree.children.unshift(paywall())
        return tree
      },
      { file, sourceId, notes } satisfies Omit<HtmlOptions, 'notes'> & { notes: typeof notes },
    )
    const excerpt = plainText(item.excerpt)
    const comments = item.comments.map((comment) => ({
      ...comment,
      key: `${site}#comment-${comment.key}`,
      ...(comment.parentKey ? { parentKey: `${site}#comment-${comment.parentKey}` } : {}),
    }))
    // Nobody without the password saw a word of it.
    if (item.password) return { ...body, lead: '', comments }
    return { ...body, ...(excerpt ? { excerpt } : {}), comments }
  }
}

function paywall(): ElementContent {
  return { type: 'element', tagName: 'x-paywall', properties: {}, children: [] }
}

function groupByParent(attachments: Attachment[]): Map<string, Attachment[]> {
  const groups = new Map<string, Attachment[]>()
  for (const each of attachments) groups.set(each.parent, [...(groups.get(each.parent) ?? []), each])
  return groups
}

type Place = Pick<ItemToConvert, 'path' | 'start' | 'end' | 'declared'>

async function readPlace({ path, start, end, declared }: Place): Promise<string> {
  const file = await open(path, 'r')
  try {
    const bytes = Buffer.alloc(end - start)
    const { bytesRead } = await file.read(bytes, 0, bytes.length, start)
    return decodeXml(bytes.subarray(0, bytesRead), declared).text
  } finally {
    await file.close()
  }
}

type BlockContext = Parameters<typeof renderBlocks>[1]
type ShortcodeContext = Parameters<typeof expandShortcodes>[1]

/** Written with blocks, without, or with both: each piece is parsed by itself. */
function treeOf(content: string, blocks: BlockContext, shortcodes: ShortcodeContext): Root {
  const text = content.replace(/\r\n?/g, '\n')
  if (!/<!--\s+wp:/.test(text)) return classicTree(text, shortcodes)
  const parsed = parseBlocks(text)
  for (const name of new Set(parsed.broken))
    blocks.report('BLOCK_SETTINGS_BROKEN', `The settings of a block “${name}” cannot be read.`)
  const children = parsed.blocks.flatMap((block): ElementContent[] => {
    const [html = ''] = renderBlocks([block], blocks)
    const tree =
      block.name === '' || block.name === 'core/freeform' || block.name === 'core/missing'
        ? classicTree(html, shortcodes)
        : parseHtml(expandShortcodes(html, shortcodes))
    return tree.children as ElementContent[]
  })
  return { type: 'root', children }
}

function classicTree(text: string, shortcodes: ShortcodeContext): Root {
  const expanded = expandShortcodes(text, shortcodes)
    .replace(/<!--\s*more[\s\S]*?-->/g, '\n\n')
    .replace(/<!--\s*nextpage\s*-->/g, '\n\n<hr>\n\n')
  const tree = parseHtml(expanded)
  addParagraphs(tree)
  return tree
}

/** The footnotes of the block editor stand beside the text, as JSON. */
function notesOf({ meta }: WxrItem): Map<string, Root['children']> {
  const notes = new Map<string, Root['children']>()
  try {
    const stored: unknown = JSON.parse(meta.get('footnotes')?.[0] ?? '[]')
    for (const note of Array.isArray(stored) ? stored : []) {
      const { id, content } = note as { id?: unknown; content?: unknown }
      if (typeof id === 'string' && typeof content === 'string') notes.set(id, parseHtml(content).children)
    }
  } catch {
    // Damaged notes are as none: what the text calls is then reported as missing by the converter.
  }
  return notes
}
