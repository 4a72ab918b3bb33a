/** Addresses that name a source document instead of a path. Only the writer knows where it will be. */

const mark = 'masthead-ref:'

export function referenceTo(name: string): string {
  return mark + encodeURIComponent(name.trim()).replaceAll('%2F', '/').replaceAll('%23', '#')
}

/** The name and fragment in an address made by `referenceTo`, also behind a base path or origin. */
export function referenceIn(address: string): { name: string; fragment: string } | undefined {
  const at = address.indexOf(mark)
  if (at < 0) return undefined
  const [name = '', fragment] = address.slice(at + mark.length).split('#')
  return { name: safeDecode(name), fragment: fragment ? `#${fragment}` : '' }
}

export function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
