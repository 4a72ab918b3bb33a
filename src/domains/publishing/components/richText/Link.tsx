import type { RichTextNode } from '../../editor/richText'
import type { RichTextContext } from './context'
import { documentHref } from './documentHref'
import { renderNodes } from './renderNodes'
import { safeHref } from './safeHref'

/** A link, or its words alone where it would lead nowhere: to a draft, say, or to a script. */
export function Link({ node, context }: { node: RichTextNode; context: RichTextContext }) {
  const words = renderNodes(node.children, context)
  const target = node.fields?.linkType === 'internal' ? documentHref(node) : safeHref(node.fields?.url)
  if (!target) return words
  const isNewTab = node.fields?.newTab === true
  return (
    <a
      href={target.href}
      rel={target.isExternal || isNewTab ? 'noopener noreferrer' : undefined}
      target={isNewTab ? '_blank' : undefined}
    >
      {words}
    </a>
  )
}
