/** What the address of the search page asks for, as it was given. */
export interface SearchQuery {
  q: string
  category?: string
  tag?: string
  author?: string
  from?: string
  to?: string
}

export const filterNames = ['category', 'tag', 'author', 'from', 'to'] as const

export function readSearchQuery(given: Record<string, string | string[] | undefined>): SearchQuery {
  const first = (name: string) => {
    const value = given[name]
    return (Array.isArray(value) ? value[0] : value)?.trim() || undefined
  }
  const filters = Object.fromEntries(filterNames.map((name) => [name, first(name)]))
  return { q: first('q') ?? '', ...filters }
}

export function hasFilters(query: SearchQuery): boolean {
  return filterNames.some((name) => query[name] !== undefined)
}
