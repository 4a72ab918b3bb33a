/**
 * What of the address of one of the panel's lists nobody can follow. Payload's list would be an empty screen, or its
 * scripts would fail.
 */
import { isNumber } from 'payload/shared'
import { conditionsOf } from '../conditionsOf'
import { queryPath } from '../queryPath'
import { unfitOperator, unfitPath } from '../refuseUnfitValues'
import { isSort, type List } from './isSort'
import { isListLimit } from './listLimits'

/** The names of parameters of an address; `query` is what Payload makes of it, with lists and objects. */
export function unfitParameters(list: List, query: Record<string, unknown>): string[] {
  return Object.entries(query)
    .filter(([name, value]) => value !== '' && !fits(list, name, value))
    .map(([name]) => name)
}

function fits(list: List, name: string, value: unknown): boolean {
  // A zero byte, which PostgreSQL has no text for.
  if (JSON.stringify(value).includes('\\u0000')) return false
  switch (name) {
    case 'page':
      return !isNumber(value) || isPage(Number(value))
    case 'limit':
      return !isNumber(value) || isListLimit(Number(value))
    case 'sort':
      return isSort(list, value)
    case 'search':
      return typeof value === 'string'
    case 'where':
      return isFilter(value) && isAnswerable(list, value)
    case 'columns':
      return areColumns(typeof value === 'string' ? parsed(value) : value)
    case 'queryByGroup':
      return typeof value !== 'string' || parsed(value) !== undefined
    default:
      return true
  }
}

/** More than any list has, and few enough for the database to count to its first document. */
const maxPage = 1_000_000_000

/** The panel writes 0 for the first page too. */
function isPage(page: number): boolean {
  return Number.isInteger(page) && page >= 0 && page <= maxPage
}

/** Payload goes through what stands behind `and` and `or` as through a list. */
function isFilter(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return Object.entries(value).every(([key, inner]: [string, unknown]) =>
    ['and', 'or'].includes(key)
      ? Array.isArray(inner) && inner.every(isFilter)
      : typeof inner === 'object' && inner !== null,
  )
}

/** The panel's own form for filters fails at fields that there are not. */
function isAnswerable(list: List, where: unknown): boolean {
  const isField = (path: string) => {
    const { end, lastName } = queryPath(list, list.slug, path)
    return end !== undefined || lastName === 'id'
  }
  return (
    unfitOperator(where) === undefined &&
    unfitPath(list, list.slug, where) === undefined &&
    conditionsOf(where).every(({ path }) => isField(path))
  )
}

function areColumns(columns: unknown): boolean {
  return Array.isArray(columns) && columns.every((column) => typeof column === 'string')
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
