/**
 * Rich text as Markdown that our import turns into the same rich text. Each part is read back as it is written; what
 * comes back otherwise is kept as the node that it is, in a fence of its own.
 */
import type { Root, RootContent } from 'mdast'
import { directiveToMarkdown } from 'mdast-util-directive'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { type Options, toMarkdown } from 'mdast-util-to-markdown'
import { nodeLanguage, readOwnMarkdown } from '../../importing/archive/readOwnMarkdown'
import type { LexicalBody, LexicalNode } from '../../importing/lexical/nodes'
import { blocksToMdast } from './blocksToMdast'
import type { Saying } from './inlineToMdast'
import { meaningOf } from './meaningOf'
import type { Places } from './Places'
import { UnsayableError } from './UnsayableError'

export type Written = { markdown: string; nodesKept: number }

export function bodyToMarkdown(body: LexicalBody, places: Places, file: string): Written {
  const nodes = body.root.children ?? []
  const wanted = meaning(nodes)
  const attempt = (said: boolean[]): Written | undefined => {
    const markdown = write(nodes, said, places, file)
    const isSame = meaning(readOwnMarkdown(markdown, places, file)) === wanted
    return isSame ? { markdown, nodesKept: said.filter((each) => !each).length } : undefined
  }
  // Nearly every text comes back whole; only where one does not is each of its parts looked at.
  return (
    attempt(nodes.map((node) => isSayable(node, places, file))) ??
    attempt(nodes.map((node) => comesBackAlone(node, places, file))) ?? {
      // What stands together reads otherwise than each part alone: everything is kept as it is.
      markdown: nodes.map(fenced).join('\n'),
      nodesKept: nodes.length,
    }
  )
}

function meaning(nodes: LexicalNode[]): string {
  return JSON.stringify(meaningOf({ type: 'root', version: 1, children: nodes }))
}

function isSayable(node: LexicalNode, places: Places, file: string): boolean {
  return treeOf(node, places, file) !== undefined
}

function comesBackAlone(node: LexicalNode, places: Places, file: string): boolean {
  const tree = treeOf(node, places, file)
  return (
    tree !== undefined &&
    meaning(readOwnMarkdown(toMarkdown(tree, options), places, file)) === meaning([node])
  )
}

function write(nodes: LexicalNode[], said: boolean[], places: Places, file: string): string {
  const saying = sayingFor(places, file)
  const children = nodes.flatMap((node, index): RootContent[] =>
    said[index] ? blocksToMdast([node], saying) : [nodeFence(node)],
  )
  return toMarkdown({ type: 'root', children: [...children, ...saying.notes()] }, options)
}

function treeOf(node: LexicalNode, places: Places, file: string): Root | undefined {
  try {
    const saying = sayingFor(places, file)
    const children: RootContent[] = blocksToMdast([node], saying)
    return { type: 'root', children: [...children, ...saying.notes()] }
  } catch (error) {
    if (error instanceof UnsayableError) return undefined
    throw error
  }
}

function sayingFor(places: Places, file: string): Saying & { notes: () => RootContent[] } {
  const notes: RootContent[] = []
  let count = 0
  const saying: Saying = {
    addresses: places.addressesFrom(file),
    note(content) {
      count += 1
      const label = String(count)
      const children = blocksToMdast(content, saying)
      notes.push({ type: 'footnoteDefinition', identifier: label, label, children })
      return label
    },
  }
  return { ...saying, notes: () => notes }
}

function nodeFence(node: LexicalNode): RootContent {
  return { type: 'code', lang: nodeLanguage, value: JSON.stringify(node, null, 1) }
}

function fenced(node: LexicalNode): string {
  return toMarkdown({ type: 'root', children: [nodeFence(node)] }, options)
}

/** Our import reads `:word` within a text as text, so that colons need no escape there. */
const directives = directiveToMarkdown()
const withoutInlineDirectives = {
  ...directives,
  unsafe: directives.unsafe?.filter(({ inConstruct }) => inConstruct !== 'phrasing'),
}

const options: Options = {
  bullet: '-',
  emphasis: '*',
  rule: '-',
  fences: true,
  listItemIndent: 'one',
  resourceLink: true,
  incrementListMarker: true,
  extensions: [gfmToMarkdown(), withoutInlineDirectives],
}
