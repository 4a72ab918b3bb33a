/** Reads the loosely typed payload of a card. */

export type Data = Record<string, unknown>

export function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function textOf(value: unknown): string {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' ? value.trim() : ''
}

export function listOf(value: unknown): Data[] {
  return Array.isArray(value) ? value.filter(isData) : []
}

/** True, 1 and "true": databases and editors differ. */
export function isSet(value: unknown): boolean {
  return value === true || value === 1 || value === 'true' || value === '1'
}
