import { xmlText } from '../feeds/xmlText'

export type XmlAttributes = Record<string, string | number | undefined>

/** An element with text or with elements, which come ready; attributes without a value are left out. */
export function element(name: string, attributes: XmlAttributes, inner = ''): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`)
    .join('')
  return inner === '' ? `<${name}${written}/>` : `<${name}${written}>${inner}</${name}>`
}

export function textElement(name: string, text: string): string {
  return element(name, {}, escapeXml(text))
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

function escapeXml(text: string): string {
  return xmlText(text).replace(/[&<>"']/g, (letter) => entities[letter] ?? letter)
}
