import type { RichTextNode } from '../../editor/richText'
import { documentPath } from '../../paths'
import { textOf } from './context'
import type { SafeHref } from './safeHref'

interface LinkedDocument {
  relationTo?: string
  /** The id alone where the reader may not read the document. */
  value?: string | { slug?: string | null; locale?: string | null }
}

/** Where a link to a document of ours leads, `null` when its reader may not read that. */
export function documentHref(node: RichTextNode): SafeHref | null {
  const { relationTo, value } = (node.fields?.doc ?? {}) as LinkedDocument
  if (!relationTo || typeof value !== 'object' || !value?.slug) return null
  const path = documentPath(relationTo, value)
  if (!path) return null
  const fragment = textOf(node.fields?.anchor).replace(/^#/, '')
  return { href: fragment ? `${path}#${encodeURIComponent(fragment)}` : path, isExternal: false }
}
