import type { CollectionSlug, FlattenedField, PayloadRequest } from 'payload'
import { AppError } from '@/src/platform/errors'

interface Query {
  sort?: string | string[]
  where?: object
}

/** Relationships that one filter may pass through, as in `categories.slug`. */
const maxRelations = 1

/**
 * Payload checks what a query names, but lets it name fields of accounts through a relationship: sorting by
 * `author.hash` reads a secret bit by bit. No public query passes into a collection of accounts, and none sorts
 * by another document's field.
 * @throws AppError QUERY_NOT_ALLOWED
 */
export function refuseHiddenPaths(req: PayloadRequest, slug: CollectionSlug, { sort, where }: Query): void {
  for (const path of sortPaths(sort)) {
    if (path.includes('.') && passesRelation(req, slug, path)) throw notAllowed(path)
  }
  for (const operator of operatorsOf(where)) if (unfit.has(operator)) throw unfitOperator(operator)
  for (const path of wherePaths(where)) {
    if (passesAccounts(req, slug, path) || isFar(req, slug, path)) throw notAllowed(path)
  }
}

/** Operators of points and of lists in a column, which no field of ours is: the database would fail. */
const unfit = new Set(['near', 'within', 'intersects', 'all'])

function unfitOperator(operator: string): AppError {
  return new AppError('OPERATOR_NOT_ALLOWED', `No field can be filtered by “${operator}”.`, 400)
}

function operatorsOf(where: unknown): string[] {
  if (typeof where !== 'object' || where === null) return []
  return Object.entries(where).flatMap(([key, value]) => {
    if (['and', 'or'].includes(key.toLowerCase())) return Object.values(value ?? {}).flatMap(operatorsOf)
    return typeof value === 'object' && value !== null ? Object.keys(value) : []
  })
}

function notAllowed(path: string): AppError {
  return new AppError('QUERY_NOT_ALLOWED', `You cannot filter or sort by “${path}”.`, 400)
}

function sortPaths(sort: Query['sort']): string[] {
  const paths = Array.isArray(sort) ? sort : (sort?.split(',') ?? [])
  return paths.map((path) => normalise(path.trim().replace(/^-/, '')))
}

function wherePaths(where: unknown): string[] {
  if (typeof where !== 'object' || where === null) return []
  return Object.entries(where).flatMap(([key, value]) => {
    const isJunction = ['and', 'or'].includes(key.toLowerCase())
    if (isJunction) return Array.isArray(value) ? value.flatMap(wherePaths) : wherePaths(value)
    return [normalise(key)]
  })
}

/** GraphQL writes `author__name`. */
function normalise(path: string): string {
  return path.replace(/__/g, '.')
}

function passesRelation(req: PayloadRequest, slug: CollectionSlug, path: string): boolean {
  return relationsAlong(req, slug, path).length > 0
}

function passesAccounts(req: PayloadRequest, slug: CollectionSlug, path: string): boolean {
  return relationsAlong(req, slug, path).some((target) =>
    Boolean(req.payload.collections[target]?.config.auth),
  )
}

/**
 * A path through several relationships costs a join each, and when it ends in nothing Payload rejects a promise
 * that nobody awaits, which ends a process that does not listen for such.
 */
function isFar(req: PayloadRequest, slug: CollectionSlug, path: string): boolean {
  return relationsAlong(req, slug, path).length > maxRelations
}

/** The collections that a path goes into: those of every relationship on it that is not its end. */
function relationsAlong(req: PayloadRequest, slug: CollectionSlug, path: string): CollectionSlug[] {
  const targets: CollectionSlug[] = []
  let fields: FlattenedField[] = req.payload.collections[slug]?.config.flattenedFields ?? []
  const segments = path.split('.')
  for (const [index, segment] of segments.entries()) {
    const field = fields.find(({ name }) => name === segment)
    if (!field) continue
    if (isRelation(field)) {
      if (index === segments.length - 1) break
      const next = [field.relationTo].flat()
      targets.push(...next)
      fields = next.flatMap((target) => req.payload.collections[target]?.config.flattenedFields ?? [])
    } else if ('flattenedFields' in field) fields = field.flattenedFields
  }
  return targets
}

function isRelation(field: FlattenedField) {
  return field.type === 'relationship' || field.type === 'upload'
}
