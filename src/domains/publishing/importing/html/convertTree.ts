/** A parsed text to a neutral body: where every reader ends, whatever its source was written in. */
import GithubSlugger from 'github-slugger'
import type { Root } from 'hast'
import { type HastContent, stableIds } from '../lexical/context'
import { fromHast } from '../lexical/fromHast'
import { type LexicalBody, plainText } from '../lexical/nodes'
import { DocumentError, type NeutralBody } from '../neutral'
import type { Report } from './collectIssues'

export type TreeInput = {
  tree: Root
  /** What footnotes say, by the label that an `x-footnote` element names. */
  notes: Map<string, HastContent[]>
  sourceId: string
  wantedFragments: ReadonlySet<string>
  report: Report
}

/** @throws DocumentError NESTED_TOO_DEEPLY, BODY_TOO_LARGE */
export function convertTree({ tree, sourceId, ...rest }: TreeInput): Omit<NeutralBody, 'issues'> {
  return withinTheStack(() => {
    const body = fromHast(tree, {
      ...rest,
      nextId: stableIds(sourceId),
      usedAnchors: new Set(),
      siteHeadingId: (words) => new GithubSlugger().slug(words),
      nodes: 0,
    })
    return { body, lead: leadOf(body), heading: headingOf(body) }
  })
}

/** Deep nesting overflows the stack of any recursive walk, which concerns one document only. */
export function withinTheStack<Result>(work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    if (error instanceof RangeError)
      throw new DocumentError('NESTED_TOO_DEEPLY', 'Nested too deeply to be read.')
    throw error
  }
}

const leadLimit = 280

function leadOf({ root }: LexicalBody): string {
  const first = root.children?.find((node) => node.type === 'paragraph' && plainText(node).trim().length > 20)
  const words = first ? plainText(first).replace(/\s+/g, ' ').trim() : ''
  if (words.length <= leadLimit) return words
  return `${words.slice(0, leadLimit).replace(/\s+\S*$/, '')}…`
}

/** A level-one heading at the top is the title, which the page shows above the body. */
function headingOf({ root }: LexicalBody): string | undefined {
  const first = root.children?.[0]
  if (first?.type !== 'heading' || first.tag !== 'h1') return undefined
  return plainText(first).trim() || undefined
}
