import type { Root } from 'mdast'
import { directiveFromMarkdown } from 'mdast-util-directive'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { directive } from 'micromark-extension-directive'
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal'
import { gfmFootnote } from 'micromark-extension-gfm-footnote'
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough'
import { gfmTable } from 'micromark-extension-gfm-table'
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

type Report = (code: string, message: string, line?: number) => void

/** An address or e-mail that stands in the text as it is. */
const bareAddress = /(?:^|[\s(*_~])(?:https?:\/\/|www\.)|[\w.+-]+@[\w-]+\.\w/im
const definition = /^ {0,3}\[[^\]\n]+\]:.*$/gm

/** Extensions that the text has a use for: each one costs time at every letter. */
function extensionsFor(source: string) {
  return [
    ...(source.includes('|') ? [gfmTable()] : []),
    ...(source.includes('[^') ? [gfmFootnote()] : []),
    ...(source.includes('~~') ? [gfmStrikethrough({ singleTilde: false })] : []),
    ...(/\[[ x]\]/i.test(source) ? [gfmTaskListItem()] : []),
    ...(bareAddress.test(source.replace(definition, '')) ? [gfmAutolinkLiteral()] : []),
    // Containers and leaves only: an inline `:word` is far more often just a colon.
    ...(/^[\s>]*::/m.test(source) ? [{ ...directive(), text: undefined }] : []),
  ]
}

export function parseMarkdown(source: string, { isMdx, report }: { isMdx: boolean; report: Report }): Root {
  const extensions = extensionsFor(source)
  const mdastExtensions = [gfmFromMarkdown(), directiveFromMarkdown()]
  if (isMdx) {
    try {
      return parseMdx(source, extensions, mdastExtensions)
    } catch (error) {
      const { reason, line } = error as { reason?: string; line?: number }
      report(
        'MDX_NOT_UNDERSTOOD',
        `Read as plain Markdown, since it is not valid MDX: ${reason ?? error}`,
        line,
      )
    }
  }
  return fromMarkdown(source, { extensions, mdastExtensions })
}

function parseMdx(
  source: string,
  extensions: ReturnType<typeof extensionsFor>,
  mdastExtensions: (ReturnType<typeof gfmFromMarkdown> | ReturnType<typeof directiveFromMarkdown>)[],
): Root {
  const processor = unified().use(remarkParse).use(remarkMdx)
  const data = processor.data()
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), ...extensions]
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), ...mdastExtensions]
  return processor.parse(source)
}
