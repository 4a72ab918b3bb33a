/** MDX: known components become what they mean, unknown ones leave their content and a line in the report. */
import type { ElementContent } from 'hast'
import type { Nodes, Root } from 'mdast'
import type { MdxJsxAttribute, MdxJsxExpressionAttribute } from 'mdast-util-mdx'
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx'
import type { State } from 'mdast-util-to-hast'
import { toneNamed } from '../../lexical/callouts'
import { youtubeAddress } from './containers'

type Report = (code: string, message: string, line?: number) => void
type Jsx = MdxJsxFlowElement | MdxJsxTextElement
type Properties = Record<string, string | number | boolean>

const images = new Set(['Image', 'Picture', 'Img', 'Figure', 'BlogImage', 'ThemedImage', 'ZoomImage'])
const links = new Set([
  'Link',
  'LinkCard',
  'LinkButton',
  'ButtonLink',
  'Card',
  'A',
  'NextLink',
  'ExternalLink',
  'Button',
])
const embeds = new Set([
  'YouTube',
  'Youtube',
  'LiteYouTube',
  'Vimeo',
  'Tweet',
  'Embed',
  'Spotify',
  'Iframe',
  'CodePen',
  'Video',
])
const passed = new Set(
  'Tabs Tab TabItem TabGroup Steps Step CardGrid Fragment Columns Column Grid Code Aside Prose Wrapper Container Layout Box Center'.split(
    ' ',
  ),
)

/** Handlers for mdast-util-to-hast. `imports` maps the names of imported files to their paths. */
export function mdxHandlers(tree: Root, report: Report) {
  const imports = importedFiles(tree)
  const element = (state: State, node: Jsx): ElementContent[] => convertJsx(state, node, imports, report)
  const expression = (_state: State, node: Nodes & { value: string }): ElementContent[] => {
    const literal = literalOf(node.value)
    if (literal !== undefined) return [{ type: 'text', value: String(literal) }]
    if (/^\s*(?:\/\*[\s\S]*\*\/\s*)*$/.test(node.value)) return []
    report(
      'MDX_EXPRESSION',
      `The expression {${node.value.slice(0, 60)}} was kept as text.`,
      node.position?.start.line,
    )
    return [
      {
        type: 'element',
        tagName: 'code',
        properties: {},
        children: [{ type: 'text', value: `{${node.value}}` }],
      },
    ]
  }
  return {
    mdxJsxFlowElement: element,
    mdxJsxTextElement: element,
    mdxFlowExpression: expression,
    mdxTextExpression: expression,
    mdxjsEsm: () => [],
  }
}

function convertJsx(state: State, node: Jsx, imports: Map<string, string>, report: Report): ElementContent[] {
  const properties = propertiesOf(node.attributes, imports)
  const children = state.all(node as never) as ElementContent[]
  const made = (tagName: string, own: Properties, content = children): ElementContent[] => [
    { type: 'element', tagName, properties: own, children: content, position: node.position },
  ]
  const { name } = node
  if (name === null) return children
  if (/^[a-z][a-z0-9]*$/.test(name)) return made(name, properties)
  if (images.has(name) && properties.src) return made('img', properties, [])
  if (links.has(name) && (properties.href || properties.to)) return linkOf(properties, children, made)
  if (embeds.has(name)) {
    const address = embedAddress(name, properties)
    if (address) return made('x-embed', { url: address, ...titled(properties) }, [])
  }
  const stated = properties.type ?? properties.variant ?? properties.kind ?? properties.status
  const tone = toneNamed(typeof stated === 'string' ? stated : undefined) ? String(stated) : name
  if (toneNamed(tone)) {
    const title = properties.title ?? properties.heading
    return made('x-callout', { dataTone: tone, ...(title ? { dataTitle: String(title) } : {}) })
  }
  if (name === 'Code' && typeof properties.code === 'string')
    return made('pre', {}, [codeElement(properties)])
  if (!passed.has(name)) {
    report('UNKNOWN_COMPONENT', `<${name}> is not known: its content was kept.`, node.position?.start.line)
  }
  return node.type === 'mdxJsxFlowElement' ? made('div', {}) : children
}

type Make = (tagName: string, properties: Properties, children?: ElementContent[]) => ElementContent[]

function linkOf(properties: Properties, children: ElementContent[], made: Make): ElementContent[] {
  const title = properties.title ?? properties.label
  const words: ElementContent[] = title ? [{ type: 'text', value: String(title) }] : []
  const href = String(properties.href ?? properties.to)
  if (words.length === 0) return made('a', { href })
  return [...made('a', { href }, words), ...children]
}

function codeElement({ code, lang }: Properties): ElementContent {
  const className = typeof lang === 'string' ? { className: [`language-${lang}`] } : {}
  return {
    type: 'element',
    tagName: 'code',
    properties: className,
    children: [{ type: 'text', value: String(code) }],
  }
}

function embedAddress(name: string, properties: Properties): string | undefined {
  const id = properties.id ?? properties.videoId ?? properties.videoid ?? properties.video
  const address = properties.url ?? properties.src ?? properties.href
  if (typeof address === 'string' && /^https?:/.test(address)) return address
  if (id === undefined) return undefined
  if (/youtube/i.test(name)) return youtubeAddress(String(id))
  if (name === 'Vimeo') return `https://vimeo.com/${id}`
  return name === 'Tweet' ? `https://twitter.com/i/status/${id}` : undefined
}

function titled({ title, caption }: Properties): Properties {
  return { ...(title ? { title } : {}), ...(caption ? { caption } : {}) }
}

function propertiesOf(
  attributes: (MdxJsxAttribute | MdxJsxExpressionAttribute)[],
  imports: Map<string, string>,
): Properties {
  const properties: Properties = {}
  for (const attribute of attributes) {
    if (attribute.type !== 'mdxJsxAttribute') continue
    const { name, value } = attribute
    if (value === null || value === undefined) properties[name] = true
    else if (typeof value === 'string') properties[name] = value
    else {
      const expression = value.value.trim()
      const known =
        imports.get(expression.replace(/\.src$/, '')) ?? literalOf(expression) ?? requiredFile(expression)
      if (known !== undefined) properties[name] = known
    }
  }
  if (properties.class !== undefined) properties.className = properties.class
  return properties
}

function requiredFile(expression: string): string | undefined {
  return /^(?:require|import)\(\s*["']([^"']+)["']\s*\)(?:\.default)?$/.exec(expression)?.[1]
}

/** The value of a literal; nothing is ever evaluated. */
function literalOf(expression: string): string | number | boolean | undefined {
  const source = expression.trim()
  const quoted = /^(["'])((?:(?!\1)[^\\]|\\.)*)\1$/s.exec(source) ?? /^(`)((?:[^`\\$]|\\.)*)`$/s.exec(source)
  if (quoted) return quoted[2]?.replace(/\\(.)/g, (_all, char: string) => (char === 'n' ? '\n' : char))
  if (/^-?\d+(?:\.\d+)?$/.test(source)) return Number(source)
  return source === 'true' ? true : source === 'false' ? false : undefined
}

function importedFiles(tree: Root): Map<string, string> {
  const found = new Map<string, string>()
  for (const node of tree.children) {
    if (node.type !== ('mdxjsEsm' as string)) continue
    const source = (node as unknown as { value: string }).value
    for (const [, name, path] of source.matchAll(/import\s+([A-Za-z_$][\w$]*)\s+from\s+["']([^"']+)["']/g)) {
      if (name && path && /\.\w+(?:\?.*)?$/.test(path)) found.set(name, path.replace(/\?.*$/, ''))
    }
  }
  return found
}
