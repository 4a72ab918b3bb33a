/**
 * Characters that nobody sees and that break what shows them: controls (PostgreSQL takes no zero byte, XML hardly any),
 * and in a line also those that turn the direction of what stands after it.
 */
const controls = /(?![\t\n\r])[\p{Cc}\ufffe\uffff]/gu
const breaks = /[\t\n\r\u2028\u2029]+/g
const directions = /[\u202a-\u202e\u2066-\u2069]/g

/** Of one line, such as a title or a name. */
export function cleanLine(text: string): string {
  return text.replace(breaks, ' ').replace(controls, '').replace(directions, '')
}

/** Of several lines. Marks of direction are text there. */
export function cleanLines(text: string): string {
  return text.replace(controls, '')
}

/** Every string of a document, such as rich text; the same document where there is nothing to clean. */
export function cleanDeep<Value>(value: Value): Value {
  if (typeof value === 'string') return cleanLines(value) as Value
  if (typeof value !== 'object' || value === null) return value
  let cleaned: Value | undefined
  for (const [key, part] of Object.entries(value)) {
    const clean = cleanDeep(part)
    if (clean === part) continue
    cleaned ??= (Array.isArray(value) ? [...value] : { ...value }) as Value
    Object.assign(cleaned as object, { [key]: clean })
  }
  return cleaned ?? value
}
