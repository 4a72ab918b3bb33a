/** Markdown text to a neutral body. Pure: no file is read, no address resolved. */
import type { Nodes, Parents, Root } from 'mdast'
import { collectIssues, type Report } from '../../html/collectIssues'
import { convertTree, withinTheStack } from '../../html/convertTree'
import type { NeutralBody } from '../../neutral'
import { applyAttributeLists } from './attributes'
import { applyContainers } from './containers'
import { applyDefinitionLists } from './definitionLists'
import { settleHtml } from './htmlNodes'
import { parseMarkdown } from './parseMarkdown'
import * as prose from './prose'
import { toHast } from './toHast'

export type MarkdownDialect = { kramdown: boolean; mdx: boolean; wiki: boolean; smart: boolean }

export type MarkdownInput = {
  source: string
  file: string
  sourceId: string
  dialect: MarkdownDialect
  wantedFragments: ReadonlySet<string>
  /** Lines of front matter before the text, so that reports name the line of the file. */
  lineOffset: number
}

export function convertMarkdown({
  source,
  file,
  sourceId,
  dialect,
  wantedFragments,
  lineOffset,
}: MarkdownInput): NeutralBody {
  const { issues, report } = collectIssues(file, lineOffset)
  const { tree, notes } = withinTheStack(() => toHast(parse(source, dialect, report), report))
  return { ...convertTree({ tree, notes, sourceId, wantedFragments, report }), issues }
}

function parse(source: string, dialect: MarkdownDialect, report: Report): Root {
  const labels = prose.usedLabels(source)
  const prepared = prose.mapProse(source, (text) => {
    const needed = prose.dropUnusedDefinitions(text, labels)
    const opened = dialect.mdx ? needed : prose.headTables(prose.openMarkdownElements(needed))
    const contained = prose.openAdmonitions(prose.normaliseContainers(opened))
    const plain = dialect.kramdown ? prose.dropKramdownExtensions(contained) : contained
    return dialect.wiki ? prose.openWikiLinks(plain) : plain
  })
  const tree = parseMarkdown(prepared, { isMdx: dialect.mdx, report })
  settleHtml(tree)
  if (!dialect.mdx && prepared.includes('{')) applyAttributeLists(tree)
  if (/^\s*:[ \t]/m.test(prepared)) applyDefinitionLists(tree)
  applyContainers(tree, prepared, report)
  reportOpenReferences(tree, report)
  if (dialect.smart) smartenText(tree)
  return tree
}

function smartenText(node: Parents): void {
  for (const child of node.children as Nodes[]) {
    if (child.type === 'text') {
      const isOwnAddress =
        node.type === 'link' && node.children.length === 1 && /^(?:https?:|www\.|mailto:)/.test(child.value)
      if (!isOwnAddress) child.value = prose.smarten(child.value)
    } else if ('children' in child) smartenText(child as Parents)
  }
}

/** `[words][name]` without a definition stays as it is, which its author will want to know. */
function reportOpenReferences(node: Nodes, report: Report): void {
  if (node.type === 'text') {
    const found = /\[([^\]\n[]{1,80})\](?:\[([^\]\n[]{0,80})\])/.exec(node.value)
    if (found) report('REFERENCE_WITHOUT_TARGET', `${found[0]} has no definition.`, node.position?.start.line)
  }
  if ('children' in node) for (const child of (node as Parents).children) reportOpenReferences(child, report)
}
