import type { CollectionBeforeOperationHook, Config, Plugin } from 'payload'
import { isStaff } from '@/src/platform/access'
import { InvalidInputError } from '@/src/platform/errors'
import { refuseHiddenPaths } from './refuseHiddenPaths'
import { refuseUnfitValues } from './refuseUnfitValues'

/** What a query of somebody who is not staff may cost. Source: DESIGN decision 8. */
const maxLimit = 100
const maxDepth = 2

/** Binds callers of REST and GraphQL who are not staff; the panel and our own code read freely, by values that fit. */
export const clampPublicQueries: Plugin = (config: Config): Config => ({
  ...config,
  collections: config.collections?.map((collection) => ({
    ...collection,
    hooks: { ...collection.hooks, beforeOperation: [clamp, ...(collection.hooks?.beforeOperation ?? [])] },
  })),
})

const clamp: CollectionBeforeOperationHook = ({ args, collection, operation, req }) => {
  const isOutside = req.payloadAPI === 'REST' || req.payloadAPI === 'GraphQL'
  if (!isOutside || ('overrideAccess' in args && args.overrideAccess)) return args
  if ('data' in args && !mayBeData(args.data)) throw new InvalidInputError('The body must be a JSON object.')
  const query = args as PublicQuery
  refuseUnfitValues(req, collection.slug, query.where)
  if (isStaff(req) || (operation !== 'read' && operation !== 'count')) return args
  refuseHiddenPaths(req, collection.slug, query)
  // Without pages and without a limit Payload returns everything.
  const limit = query.limit ?? (query.pagination === false ? maxLimit : undefined)
  return {
    ...args,
    ...(limit === undefined ? {} : { limit: clampLimit(limit) }),
    ...(query.depth === undefined ? {} : { depth: Math.min(query.depth, maxDepth) }),
  }
}

/** A form with a file alone brings none. */
function mayBeData(data: unknown): boolean {
  return data === undefined || (typeof data === 'object' && data !== null && !Array.isArray(data))
}

interface PublicQuery {
  limit?: number
  pagination?: boolean
  depth?: number
  sort?: string | string[]
  where?: object
}

/** Payload reads a limit of 0 as "all". */
function clampLimit(limit: number): number {
  return limit > 0 ? Math.min(limit, maxLimit) : maxLimit
}
