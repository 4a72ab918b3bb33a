import type { LexicalNode } from '../lexical/nodes'

/** Types that the editor knows: a file from elsewhere must not bring others. */
const types = new Set(
  'root paragraph heading list listitem quote link autolink upload horizontalrule linebreak tab text table tablerow tablecell block inlineBlock'.split(
    ' ',
  ),
)
const deepest = 200

/** Whether a value is a node of the editor, through and through. */
export function isNode(value: unknown, depth = 0): value is LexicalNode {
  if (typeof value !== 'object' || value === null || depth > deepest) return false
  const { type, children, fields } = value as Record<string, unknown>
  if (typeof type !== 'string' || !types.has(type)) return false
  if (
    children !== undefined &&
    !(Array.isArray(children) && children.every((child) => isNode(child, depth + 1)))
  )
    return false
  return Object.values(fields ?? {}).every(
    (field) =>
      typeof field !== 'object' || field === null || !('root' in field) || isNode(field.root, depth + 1),
  )
}
