import type { RichTextNode } from '../../editor/richText'
import { property, type RichTextContext } from './context'
import { renderNodes } from './renderNodes'

interface Item {
  node: RichTextNode
  /** Lists below it: the editor keeps them in items of their own. */
  below: RichTextNode[]
}

/** A bullet, numbered or check list with the lists inside of it. */
export function List({ node, context }: { node: RichTextNode; context: RichTextContext }) {
  const kind = property(node, 'listType')
  const start = Number(property(node, 'start') ?? 1)
  const items = itemsOf(node).map((item, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: items have no identity and are never reordered on a page
    <li key={index} className={isBare(item) ? 'bare' : undefined}>
      {kind === 'check' && !isBare(item) && <CheckMark isDone={property(item.node, 'checked') === true} />}
      {isBare(item) ? null : renderNodes(item.node.children, context)}
      {renderNodes(item.below, context)}
    </li>
  ))
  if (kind === 'number') return <ol start={start === 1 ? undefined : start}>{items}</ol>
  return <ul className={kind === 'check' ? 'checks' : undefined}>{items}</ul>
}

function CheckMark({ isDone }: { isDone: boolean }) {
  return (
    <span
      role="img"
      aria-label={isDone ? 'Done:' : 'To do:'}
      className="check"
      data-done={isDone || undefined}
    />
  )
}

function itemsOf(list: RichTextNode): Item[] {
  const items: Item[] = []
  for (const node of list.children ?? []) {
    const last = items.at(-1)
    if (holdsOnlyLists(node) && last) last.below.push(...(node.children ?? []))
    else items.push({ node, below: holdsOnlyLists(node) ? [...(node.children ?? [])] : [] })
  }
  return items
}

function holdsOnlyLists({ children }: RichTextNode): boolean {
  return children !== undefined && children.length > 0 && children.every(({ type }) => type === 'list')
}

/** A list that begins one level down has no words on the level above. */
function isBare({ node }: Item): boolean {
  return holdsOnlyLists(node)
}
