import type { CSSProperties, ReactNode } from 'react'
import { Fragment } from 'react'
import type { RichTextNode } from '../../editor/richText'
import { renderBlock } from './blocks'
import { property, type RichTextContext } from './context'
import { FootnoteMark } from './Footnotes'
import { formattedText } from './formattedText'
import { Heading } from './Heading'
import { Link } from './Link'
import { List } from './List'
import { Table } from './Table'
import { Upload } from './Upload'

type Renderer = (node: RichTextNode, context: RichTextContext) => ReactNode

const renderers: Record<string, Renderer> = {
  text: (node) => formattedText(node),
  linebreak: () => <br />,
  tab: () => '\t',
  paragraph: (node, context) => <Paragraph node={node} context={context} />,
  heading: (node, context) => <Heading node={node} context={context} />,
  quote: (node, context) => <Quote node={node} context={context} />,
  list: (node, context) => <List node={node} context={context} />,
  link: (node, context) => <Link node={node} context={context} />,
  autolink: (node, context) => <Link node={node} context={context} />,
  upload: (node) => <Upload node={node} />,
  horizontalrule: () => <hr />,
  table: (node, context) => <Table node={node} context={context} />,
  block: renderBlock,
  inlineBlock: (node, context) => <InlineBlock node={node} context={context} />,
}

/** Renders nodes in order. Of a node that no renderer knows, what is inside of it is shown. */
export function renderNodes(nodes: RichTextNode[] | undefined, context: RichTextContext): ReactNode {
  if (!Array.isArray(nodes)) return null
  return nodes.map((node, index) => {
    const render = renderers[node?.type]
    // biome-ignore lint/suspicious/noArrayIndexKey: nodes have no identity and are never reordered on a page
    return <Fragment key={index}>{render ? render(node, context) : renderUnknown(node, context)}</Fragment>
  })
}

function renderUnknown(node: RichTextNode | undefined, context: RichTextContext): ReactNode {
  if (typeof node?.text === 'string') return node.text
  return renderNodes(node?.children, context)
}

function Paragraph({ node, context }: { node: RichTextNode; context: RichTextContext }) {
  const children = node.children ?? []
  if (children.every(({ type }) => type === 'linebreak')) return null
  return <p {...blockAttributes(node)}>{renderNodes(children, context)}</p>
}

function Quote({ node, context }: { node: RichTextNode; context: RichTextContext }) {
  const hasBlocks = node.children?.some(({ type }) => type === 'paragraph' || type === 'list')
  const inner = renderNodes(node.children, context)
  return <blockquote {...blockAttributes(node)}>{hasBlocks ? inner : <p>{inner}</p>}</blockquote>
}

function InlineBlock({ node, context }: { node: RichTextNode; context: RichTextContext }) {
  if (node.fields?.blockType === 'footnote') return <FootnoteMark node={node} context={context} />
  const name = context.plan.anchors.get(node)
  return name ? <span id={name} className="anchor" /> : null
}

/** Alignment, indentation and direction, where the writer chose them. */
export function blockAttributes(node: RichTextNode): { style?: CSSProperties; dir?: 'rtl' } {
  const style: CSSProperties = {}
  const format = property(node, 'format')
  const indent = Number(property(node, 'indent') ?? 0)
  if (format === 'center' || format === 'right' || format === 'end') style.textAlign = format
  if (indent > 0 && node.type !== 'list') style.paddingInlineStart = `${Math.min(indent, 8) * 1.75}rem`
  const attributes: { style?: CSSProperties; dir?: 'rtl' } = {}
  if (Object.keys(style).length > 0) attributes.style = style
  if (property(node, 'direction') === 'rtl') attributes.dir = 'rtl'
  return attributes
}
