import type { CollectionSlug, PayloadRequest } from 'payload'
import { validate as isUuid } from 'uuid'
import { AppError } from '@/src/platform/errors'
import { conditionsOf } from './conditionsOf'
import { isRelation, queryPath } from './queryPath'

/**
 * Payload reads what is no id, or no number, as null: a filter by a slug where an id belongs would find what has none.
 * A date that is none finds nothing. A list that is none it leaves out, and finds everything.
 * @throws AppError INVALID_VALUE, OPERATOR_NOT_ALLOWED
 */
export function refuseUnfitValues(req: Asked, slug: CollectionSlug, where: unknown): void {
  const operator = unfitOperator(where)
  if (operator !== undefined)
    throw new AppError('OPERATOR_NOT_ALLOWED', `No field can be filtered by “${operator}”.`, 400)
  const path = unfitPath(req, slug, where)
  if (path !== undefined)
    throw new AppError('INVALID_VALUE', `“${path}” cannot be filtered by such a value.`, 400)
}

/** Operators of points and of lists in a column, which no field of ours is: the database would fail. */
const unfitOperators = new Set(['near', 'within', 'intersects', 'all'])

export function unfitOperator(where: unknown): string | undefined {
  return conditionsOf(where)
    .flatMap(({ operators }) => Object.keys(operators))
    .find((operator) => unfitOperators.has(operator))
}

type Asked = Pick<PayloadRequest, 'payload'>

/** The first path of a filter that is asked for by a value which its field cannot have. */
export function unfitPath(req: Asked, slug: CollectionSlug, where: unknown): string | undefined {
  return conditionsOf(where).find(({ path, operators }) => {
    const kind = kindOf(req, slug, path)
    return Object.entries(operators).some(
      ([operator, value]) => operator !== 'exists' && !fits(kind, operator, value),
    )
  })?.path
}

type Kind = 'id' | 'number' | 'date' | 'other'

function kindOf(req: Asked, slug: CollectionSlug, path: string): Kind {
  const { through, end, lastName } = queryPath(req, slug, path.replace(/^version\./, ''))
  if (end?.type === 'number' || end?.type === 'date') return end.type
  const relation = end && isRelation(end) ? end : lastName === 'id' ? through.at(-1) : undefined
  // What may be of several collections has values of another form.
  return relation && typeof relation.relationTo === 'string' ? 'id' : 'other'
}

const lists = new Set(['in', 'not_in'])

function fits(kind: Kind, operator: string, value: unknown): boolean {
  const isList = lists.has(operator)
  if (isList && !Array.isArray(value) && typeof value !== 'string' && typeof value !== 'number') return false
  const parts = Array.isArray(value) ? value : isList ? String(value).split(',') : [value]
  return parts.every((part) => isNone(part, isList) || isOfKind(kind, part))
}

/** The ways in which clients write that there is nothing; a list that is empty arrives as one of an empty text. */
function isNone(part: unknown, isList: boolean): boolean {
  return part === null || part === undefined || part === '' || (part === 'null' && !isList)
}

function isOfKind(kind: Kind, part: unknown): boolean {
  switch (kind) {
    case 'id':
      return typeof part === 'string' && isUuid(part)
    case 'number':
      return (typeof part === 'string' || typeof part === 'number') && Number.isFinite(Number(part))
    case 'date':
      return part instanceof Date || ((typeof part === 'string' || typeof part === 'number') && isDate(part))
    case 'other':
      return true
    default:
      return kind satisfies never
  }
}

/** Of the years that PostgreSQL and everybody else writes in four digits. */
function isDate(part: string | number): boolean {
  const year = new Date(part).getUTCFullYear()
  return year >= 1 && year <= 9_999
}
