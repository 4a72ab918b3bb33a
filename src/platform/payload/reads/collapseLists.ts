import type { Built } from './Statement'

/**
 * `in ($1, $2, $3)` as `= any($1)`, `not in` as `<> all`: one text for lists of any length. Undefined where a list holds what an array of
 * PostgreSQL would not hold alike.
 */
export function collapseLists({ sql, params }: Built): Built | undefined {
  const values: unknown[] = []
  let isSafe = true
  const take = (value: unknown) => {
    values.push(value)
    return `$${values.length}`
  }
  const text = sql.replace(
    /( not)? in \((\$\d+(?:, \$\d+)*)\)|\$(\d+)/g,
    (_, not: string | undefined, list: string | undefined, single: string) => {
      if (list === undefined) return take(params[Number(single) - 1])
      const items = list.split(', ').map((each) => params[Number(each.slice(1)) - 1])
      if (!items.every((item) => typeof item === 'string')) isSafe = false
      return not ? ` <> all(${take(items)})` : ` = any(${take(items)})`
    },
  )
  return isSafe ? { sql: text, params: values } : undefined
}
