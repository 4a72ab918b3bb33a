/** HTML text to a neutral body. Pure: no file is read, no address resolved. */
import type { Root } from 'hast'
import { raw } from 'hast-util-raw'
import type { HastContent } from '../lexical/context'
import type { NeutralBody } from '../neutral'
import { collectIssues, type Report } from './collectIssues'
import { convertTree, withinTheStack } from './convertTree'
import { dropUnsafe } from './dropUnsafe'
import { gatherGalleries } from './gatherGalleries'
import { takeFootnotes } from './takeFootnotes'
import { unwrapFullSize } from './unwrapFullSize'

export type HtmlOptions = {
  /** Name under which what is left out is reported. */
  file: string
  /** Seed of the ids in the body: the same text gives the same ids again. */
  sourceId: string
  /** Fragments that other documents of the source link to: their headings and items get an anchor. */
  wantedFragments?: ReadonlySet<string>
  /** HTML of footnotes that stands apart from the text, by the id in its `data-fn`. */
  notes?: Readonly<Record<string, string>>
}

/**
 * Besides HTML's own elements these stand for blocks of the editor, so that a reader need not know its format:
 * `x-callout` (`data-tone`, `data-title`), `x-gallery` (figures inside), `x-embed` (`url`, `title`, `caption`),
 * `x-newsletter` (`heading`, `text`) and `x-paywall`.
 * @throws DocumentError NESTED_TOO_DEEPLY, BODY_TOO_LARGE
 */
export function convertHtml(html: string, { notes = {}, ...options }: HtmlOptions): NeutralBody {
  return convertParsed(() => parseHtml(html), {
    ...options,
    notes: new Map(Object.entries(notes).map(([id, note]) => [id, parseHtml(note).children])),
  })
}

export type ParsedOptions = Omit<HtmlOptions, 'notes'> & { notes?: Map<string, HastContent[]> }

/** As `convertHtml`, for readers that make a tree themselves. @throws DocumentError */
export function convertParsed(
  parse: (report: Report) => Root,
  { file, sourceId, wantedFragments = new Set<string>(), notes = new Map() }: ParsedOptions,
): NeutralBody {
  const { issues, report } = collectIssues(file)
  const tree = withinTheStack(() => {
    const parsed = parse(report)
    dropUnsafe(parsed, report)
    takeFootnotes(parsed, notes)
    unwrapFullSize(parsed)
    gatherGalleries(parsed)
    return parsed
  })
  return { ...convertTree({ tree, notes, sourceId, wantedFragments, report }), issues }
}

/** As a browser would read it, repairs included. */
export function parseHtml(html: string): Root {
  const tree = raw({ type: 'root', children: [{ type: 'raw', value: html }] } as never)
  return tree.type === 'root' ? tree : { type: 'root', children: [tree as never] }
}
