import { parseHtml } from '../../html/convertHtml'
import { textContent } from '../../lexical/context'

/** The words of a piece of HTML: titles, names and captions hold entities and now and then an element. */
export function plainText(html: string): string {
  if (!/[<&]/.test(html)) return html.replace(/\s+/g, ' ').trim()
  return textContent(parseHtml(html)).replace(/\s+/g, ' ').trim()
}
