import type { Where } from 'payload'

/** The question of a list, of its filters and its search together, as the query of an address. */
export function tableSearch({ where, search }: { where?: Where | null; search?: string }): string {
  const asked = [where ?? {}, search ? { email: { like: search } } : {}].filter(
    (part) => Object.keys(part).length > 0,
  )
  if (asked.length === 0) return ''
  return `?${new URLSearchParams(pathsOf(asked.length === 1 ? asked[0] : { and: asked }, 'where'))}`
}

/** `{ and: [{ state: { equals: 'active' } }] }` as `where[and][0][state][equals]=active`. */
function pathsOf(value: unknown, path: string): [string, string][] {
  if (typeof value !== 'object' || value === null) return [[path, String(value)]]
  return Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, `${path}[${key}]`))
}
