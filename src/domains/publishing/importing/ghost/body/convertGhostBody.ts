/** The text of a Ghost post, in whichever form it has one, as a neutral body. */
import type { Element, ElementContent, Root } from 'hast'
import type { Report } from '../../html/collectIssues'
import { convertParsed } from '../../html/convertHtml'
import { elementsOf, mapElements } from '../../html/walk'
import type { HastContent } from '../../lexical/context'
import type { NeutralBody } from '../../neutral'
import { convertCard } from './cards'
import { readKoenigHtml } from './readKoenigHtml'
import { readLexical } from './readLexical'
import { readMobiledoc } from './readMobiledoc'
import { h, words } from './tree'

/** What of a post's row its text is made of. */
export type GhostText = {
  lexical?: string
  mobiledoc?: string
  html?: string
  plaintext?: string
  markdown?: string
}

export type TextToConvert = { sourceId: string; file: string; text: GhostText; wantedFragments: string[] }

/** @throws DocumentError */
export function convertGhostBody({ sourceId, file, text, wantedFragments }: TextToConvert): NeutralBody {
  const notes = new Map<string, HastContent[]>()
  const parse = (report: Report): Root => {
    const root: Root = { type: 'root', children: readText(text, report) }
    takeCardNotes(root, notes)
    return root
  }
  return convertParsed(parse, { file, sourceId, wantedFragments: new Set(wantedFragments), notes })
}

function readText(
  { lexical, mobiledoc, html, plaintext, markdown }: GhostText,
  report: Report,
): ElementContent[] {
  if (lexical) return readOr(() => readLexical(lexical, report), html, report)
  if (mobiledoc) return readOr(() => readMobiledoc(mobiledoc, report), html, report)
  if (html) return readKoenigHtml(html)
  if (markdown) return convertCard('markdown', { markdown }, report)
  return (plaintext ?? '').split(/\n{2,}/).map((part) => h('p', {}, words(part)))
}

/** A damaged document often has its published HTML beside it. */
function readOr(read: () => ElementContent[], html: string | undefined, report: Report): ElementContent[] {
  try {
    return read()
  } catch (error) {
    const { code, message } = error as { code?: string; message: string }
    if (!html || !code || code === 'NESTED_TOO_DEEPLY') throw error
    report(code, `${message} Its HTML was read instead.`)
    return readKoenigHtml(html)
  }
}

/** Footnotes of Markdown cards: each card counts from one, so that the labels are made their own. */
function takeCardNotes(root: Root, notes: Map<string, HastContent[]>): void {
  let card = 0
  const renamed = new Map<Element, string>()
  let open: Element[] = []
  for (const { node } of [...elementsOf(root)]) {
    if (node.tagName === 'x-footnote') open.push(node)
    if (node.tagName !== 'x-notes') continue
    const label = String(node.properties.dataId)
    for (const reference of open)
      if (reference.properties.dataId === label) renamed.set(reference, `${card}-${label}`)
    notes.set(`${card}-${label}`, node.children)
    open = open.filter((reference) => !renamed.has(reference))
    card += 1
  }
  if (card === 0) return
  mapElements(root, (node) => {
    if (node.tagName === 'x-notes') return []
    const label = renamed.get(node)
    if (label) node.properties.dataId = label
    return [node]
  })
}
