/** Markdown text to a neutral body. Pure: no file is read, no address resolved. */
import GithubSlugger from 'github-slugger'
import type { Nodes, Parents, Root } from 'mdast'
import { stableIds } from '../../lexical/context'
import { fromHast } from '../../lexical/fromHast'
import { type LexicalBody, plainText } from '../../lexical/nodes'
import { DocumentError, type ImportIssue, type NeutralBody } from '../../neutral'
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

const maxIssuesOfOneKind = 5

export function convertMarkdown({
  source,
  file,
  sourceId,
  dialect,
  wantedFragments,
  lineOffset,
}: MarkdownInput): NeutralBody {
  const issues: ImportIssue[] = []
  const report = (code: string, message: string, line?: number) => {
    if (issues.filter((issue) => issue.code === code).length >= maxIssuesOfOneKind) return
    const at = line === undefined ? undefined : line + lineOffset
    issues.push({ code, severity: 'warning', file, message, ...(at === undefined ? {} : { line: at }) })
  }
  try {
    const tree = parse(source, dialect, report)
    const { tree: hast, notes } = toHast(tree, report)
    const body = fromHast(hast, {
      nextId: stableIds(sourceId),
      notes,
      wantedFragments,
      usedAnchors: new Set(),
      siteHeadingId: (words) => new GithubSlugger().slug(words),
      report,
      nodes: 0,
    })
    return { body, lead: leadOf(body), heading: takeHeading(body), issues }
  } catch (error) {
    if (error instanceof RangeError)
      throw new DocumentError('NESTED_TOO_DEEPLY', 'Nested too deeply to be read.')
    throw error
  }
}

type Report = (code: string, message: string, line?: number) => void

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

const leadLimit = 280

function leadOf({ root }: LexicalBody): string {
  const first = root.children?.find((node) => node.type === 'paragraph' && plainText(node).trim().length > 20)
  const words = first ? plainText(first).replace(/\s+/g, ' ').trim() : ''
  if (words.length <= leadLimit) return words
  return `${words.slice(0, leadLimit).replace(/\s+\S*$/, '')}…`
}

/** Takes a level-one heading off the top: it is the title, which the page shows above the body. */
function takeHeading({ root }: LexicalBody): string | undefined {
  const first = root.children?.[0]
  if (first?.type !== 'heading' || first.tag !== 'h1') return undefined
  return plainText(first).trim() || undefined
}
