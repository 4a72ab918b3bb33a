import sax from 'sax'
import { withoutControls } from './decodeXml'

export type XmlElement = {
  /** Lower case, prefix included. */
  name: string
  attributes: Record<string, string>
  children: XmlElement[]
  text: string
}

/** Elements that hold others. Markup inside of any other one was meant as its text. */
const containers = new Set(
  'rss channel item image wp:author wp:category wp:tag wp:term wp:comment wp:postmeta wp:commentmeta wp:termmeta'.split(
    ' ',
  ),
)

/**
 * The elements of a piece of an export, forgiving as no XML parser has to be: unescaped ampersands, unclosed
 * elements, markup where text should be. Entities are the predefined ones alone, whatever a DOCTYPE declares.
 */
export function parseElements(written: string): XmlElement[] {
  const source = withEscapedAmpersands(written)
  const parser = sax.parser(false, { lowercase: true, position: true })
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' }
  const open: XmlElement[] = [root]
  let strayDepth = 0
  let leafStart = -1
  let isStray = false
  const top = () => open.at(-1) ?? root

  parser.onerror = () => {
    parser.error = null as never
  }
  parser.onopentag = ({ name, attributes }) => {
    if (leafStart >= 0) {
      strayDepth += 1
      isStray = true
      return
    }
    const element = { name, attributes: attributes as Record<string, string>, children: [], text: '' }
    top().children.push(element)
    open.push(element)
    if (!containers.has(name)) leafStart = parser.position
  }
  parser.ontext = (text) => {
    top().text += text
  }
  parser.oncdata = (text) => {
    top().text += text
  }
  parser.onclosetag = () => {
    if (strayDepth > 0) {
      strayDepth -= 1
      return
    }
    const element = open.length > 1 ? open.pop() : undefined
    if (element && leafStart >= 0) {
      const closeStart = source.lastIndexOf('</', parser.position - 1)
      if (isStray && closeStart >= leafStart) element.text = unwrapped(source.slice(leafStart, closeStart))
      element.text = withoutControls(element.text)
      leafStart = -1
      isStray = false
    }
  }
  parser.write(source).close()
  return root.children
}

/** An ampersand that begins no entity would take the tag after it along. */
function withEscapedAmpersands(source: string): string {
  return source.replace(
    /<!\[CDATA\[[\s\S]*?\]\]>|&(?!(?:[a-z]\w{0,30}|#\d{1,7}|#x[\da-f]{1,6});)/gi,
    (found) => (found === '&' ? '&amp;' : found),
  )
}

/** Text with markup in it, as it stands. */
function unwrapped(raw: string): string {
  return raw.replace(/<!\[CDATA\[|\]\]>/g, '')
}

export function child({ children }: XmlElement, name: string): XmlElement | undefined {
  return children.find((each) => each.name === name)
}

/** The text of a child, `undefined` when it is not there or blank. */
export function textOf(element: XmlElement, name: string): string | undefined {
  const text = child(element, name)?.text.trim()
  return text === '' ? undefined : text
}
