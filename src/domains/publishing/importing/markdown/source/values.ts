/** Reads loosely typed front matter and configuration. */

export type Data = Record<string, unknown>

export function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)
}

export function stringOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

/** The first of the keys that holds words. A key may be a path: `cover.image`. */
export function firstString(data: Data, ...keys: string[]): string | undefined {
  for (const key of keys) {
    const found = stringOf(at(data, key))
    if (found !== undefined) return found
  }
  return undefined
}

export function at(data: Data, path: string): unknown {
  let value: unknown = data
  for (const key of path.split('.')) {
    if (!isData(value) || !Object.hasOwn(value, key)) return undefined
    value = value[key]
  }
  return value
}

export function isTrue(value: unknown): boolean {
  return value === true || (typeof value === 'string' && /^(?:true|yes|on)$/i.test(value.trim()))
}

export function isFalse(value: unknown): boolean {
  return value === false || (typeof value === 'string' && /^(?:false|no|off)$/i.test(value.trim()))
}

/** Words of a list, or of a string parted by commas. */
export function listOf(value: unknown, separator: RegExp = /,/): string[] {
  const parts = Array.isArray(value) ? value : typeof value === 'string' ? value.split(separator) : [value]
  const words = parts.flatMap((part) => {
    const word = isData(part) ? firstString(part, 'title', 'name', 'label', 'slug', 'id') : stringOf(part)
    return word === undefined ? [] : [word]
  })
  return [...new Set(words)]
}
