import type { RichTextNode } from '../../editor/richText'
import type { RichTextContext } from './context'
import { blockAttributes, renderNodes } from './renderNodes'

/** A heading that can be linked to. */
export function Heading({ node, context }: { node: RichTextNode; context: RichTextContext }) {
  const heading = context.plan.headings.get(node)
  if (!heading?.text.trim()) return null
  const Tag = `h${heading.level}` as 'h2'
  return (
    <Tag id={heading.id} {...blockAttributes(node)}>
      {renderNodes(node.children, context)}
      <a
        href={`#${encodeURIComponent(heading.id)}`}
        className="heading-link"
        aria-label={`Link to “${heading.text}”`}
      >
        #
      </a>
    </Tag>
  )
}
