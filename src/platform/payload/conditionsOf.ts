/** What a filter asks of one path: values by operator, of strangers and so of any kind. */
export interface Condition {
  path: string
  operators: Record<string, unknown>
}

/** All conditions of a filter, those inside of `and` and `or` too, however they are nested. */
export function conditionsOf(where: unknown): Condition[] {
  if (typeof where !== 'object' || where === null) return []
  if (Array.isArray(where)) return where.flatMap(conditionsOf)
  return Object.entries(where).flatMap(([key, value]) => {
    const isJunction = ['and', 'or'].includes(key.toLowerCase())
    if (!isJunction) return [{ path: withDots(key), operators: operatorsIn(value) }]
    // Written as `and[a]` it is no list; what Payload makes of it is not for us to guess.
    const isList = Array.isArray(value)
    return isList ? value.flatMap(conditionsOf) : [...conditionsOf(value), ...innerConditions(value)]
  })
}

function innerConditions(value: unknown): Condition[] {
  return Object.values(value ?? {}).flatMap(conditionsOf)
}

function operatorsIn(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

/** GraphQL writes `author__name`. */
export function withDots(path: string): string {
  return path.replace(/__/g, '.')
}
