import type { Root } from 'mdast'
import { directiveFromMarkdown } from 'mdast-util-directive'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { directive } from 'micromark-extension-directive'
import { gfm } from 'micromark-extension-gfm'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

type Report = (code: string, message: string, line?: number) => void

/** Containers and leaves only: an inline `:word` is far more often just a colon. */
const blockDirectives = { ...directive(), text: undefined }

export function parseMarkdown(source: string, { isMdx, report }: { isMdx: boolean; report: Report }): Root {
  if (isMdx) {
    try {
      return parseMdx(source)
    } catch (error) {
      const { reason, line } = error as { reason?: string; line?: number }
      report(
        'MDX_NOT_UNDERSTOOD',
        `Read as plain Markdown, since it is not valid MDX: ${reason ?? error}`,
        line,
      )
    }
  }
  return fromMarkdown(source, {
    extensions: [gfm({ singleTilde: false }), blockDirectives],
    mdastExtensions: [gfmFromMarkdown(), directiveFromMarkdown()],
  })
}

function parseMdx(source: string): Root {
  const processor = unified().use(remarkParse).use(remarkMdx)
  const data = processor.data()
  data.micromarkExtensions = [
    ...(data.micromarkExtensions ?? []),
    gfm({ singleTilde: false }),
    blockDirectives,
  ]
  data.fromMarkdownExtensions = [
    ...(data.fromMarkdownExtensions ?? []),
    gfmFromMarkdown(),
    directiveFromMarkdown(),
  ]
  return processor.parse(source)
}
