import type { RichTextNode } from '../../editor/richText'
import { documentPath } from '../../paths'
import { type RichTextContext, textOf } from './context'
import { renderNodes } from './renderNodes'
import { type SafeHref, safeHref } from './safeHref'

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

interface LinkedDocument {
  relationTo?: string
  /** The id alone where the reader may not read the document. */
  value?: string | { slug?: string | null; locale?: string | null }
}

function documentHref(node: RichTextNode): SafeHref | null {
  const { relationTo, value } = (node.fields?.doc ?? {}) as LinkedDocument
  if (!relationTo || typeof value !== 'object' || !value?.slug) return null
  const path = documentPath(relationTo, value)
  if (!path) return null
  const fragment = textOf(node.fields?.anchor).replace(/^#/, '')
  return { href: fragment ? `${path}#${encodeURIComponent(fragment)}` : path, isExternal: false }
}
