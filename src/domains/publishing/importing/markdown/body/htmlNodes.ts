/** What looks like HTML in Markdown and is not, and the comments that mean something. */
import type { Html, Nodes, Parents } from 'mdast'

const elements = new Set(
  'a abbr acronym address area article aside audio b base bdi bdo big blockquote br button canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li link main map mark marquee math menu meta meter nav nobr noscript object ol optgroup option output p param picture pre progress q rp rt ruby s samp script search section select slot small source span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr'.split(
    ' ',
  ),
)

export function settleHtml(parent: Parents): void {
  const isFlow = parent.type === 'root' || parent.type === 'listItem' || parent.type === 'blockquote'
  parent.children = (parent.children as Nodes[]).map((child): Nodes => {
    if ('children' in child) settleHtml(child as Parents)
    return child.type === 'html' ? settled(child, isFlow) : child
  }) as never
}

function settled(node: Html, isFlow: boolean): Nodes {
  if (/^<!--\s*paywall\s*-->$/i.test(node.value.trim())) {
    return { type: 'paywall', data: { hName: 'x-paywall' }, children: [], position: node.position } as never
  }
  const tag = /^<\/?([A-Za-z][\w:-]*)/.exec(node.value.trim())?.[1]
  if (!tag || elements.has(tag.toLowerCase())) return node
  const literal = { type: 'text', value: node.value, position: node.position } as const
  return isFlow ? { type: 'paragraph', children: [literal], position: node.position } : literal
}
