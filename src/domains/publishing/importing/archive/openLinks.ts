/** Links to documents of the same archive that may not be here yet: Payload takes none of them before its target. */
import type { Fields } from '../../exporting/archiveFormat'
import { isRichText } from '../../exporting/recordOf'
import { type LexicalNode, visitNodes } from '../lexical/nodes'

export function hasDocumentLinks(fields: Fields): boolean {
  let found = false
  visitLinks(fields, () => {
    found = true
  })
  return found
}

/** The same fields with each such link as one that leads nowhere. */
export function withoutDocumentLinks(fields: Fields): Fields {
  const copy = structuredClone(fields)
  visitLinks(copy, (node) => {
    node.fields = { ...node.fields, linkType: 'custom', url: '#', doc: undefined }
  })
  return copy
}

function visitLinks(value: unknown, visit: (node: LexicalNode) => void): void {
  if (isRichText(value)) {
    visitNodes(value.root as LexicalNode, (node) => {
      if (node.fields?.linkType === 'internal') visit(node)
    })
  } else if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) visitLinks(part, visit)
  }
}
