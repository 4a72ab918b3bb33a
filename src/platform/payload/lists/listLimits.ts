/** Documents that one list may have when it is asked for from outside: REST, GraphQL and the panel. Source: DESIGN decision 8. */
export const listLimits = { everyone: 100, staff: 1_000 } as const

/** Payload takes 0 and less for "all". */
export function isListLimit(limit: unknown): boolean {
  return Number.isInteger(limit) && Number(limit) > 0 && Number(limit) <= listLimits.staff
}
