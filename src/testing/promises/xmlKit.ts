import { XMLParser, XMLValidator } from 'fast-xml-parser'
import sax from 'sax'
import { expect } from 'vitest'

export interface XmlElement {
  /** Namespace and local name. */
  name: string
  attributes: Record<string, string>
  text: string
  children: XmlElement[]
}

/** Reads XML with one strict parser that knows namespaces, after another one has found it well-formed. */
export function readXml(text: string): XmlElement {
  expect(XMLValidator.validate(text)).toBe(true)
  new XMLParser().parse(text, true)
  const root: XmlElement = { name: '', attributes: {}, text: '', children: [] }
  const open = [root]
  const parser = sax.parser(true, { xmlns: true })
  parser.onerror = (error) => {
    throw error
  }
  parser.onopentag = (tag) => {
    const { uri, local, attributes } = tag as sax.QualifiedTag
    expect(tag.name.includes(':') && uri === '', `${tag.name} has a namespace`).toBe(false)
    const values = Object.entries(attributes).map(([name, { value }]) => [name, value])
    const element = {
      name: `${uri} ${local}`,
      attributes: Object.fromEntries(values),
      text: '',
      children: [],
    }
    open.at(-1)?.children.push(element)
    open.push(element)
  }
  const addText = (words: string) => {
    const element = open.at(-1)
    if (element) element.text += words
  }
  parser.ontext = addText
  parser.oncdata = addText
  parser.onclosetag = () => void open.pop()
  parser.write(text).close()
  const [document] = root.children
  if (!document) throw new Error('There is no element')
  return document
}

export function childrenOf({ children }: XmlElement, local: string): XmlElement[] {
  return children.filter(({ name }) => name.endsWith(` ${local}`))
}

export function textOf(element: XmlElement, local: string): string | undefined {
  return childrenOf(element, local)[0]?.text
}
