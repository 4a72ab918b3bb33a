import type { CollectionBeforeOperationHook, Config, Plugin } from 'payload'
import { isStaff } from '@/src/platform/access'
import { InvalidInputError } from '@/src/platform/errors'
import { listLimits } from './lists/listLimits'
import { refuseHiddenPaths } from './refuseHiddenPaths'
import { refuseUnfitValues } from './refuseUnfitValues'

/** Levels that somebody who is not staff may have populated. Source: DESIGN decision 8. */
const maxDepth = 2

/**
 * Binds callers of REST and GraphQL: staff to values that fit and to lists that fit into memory, everybody else to
 * much less. Our own code reads freely.
 */
export const clampQueries: Plugin = (config: Config): Config => ({
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
  if (operation !== 'read' && operation !== 'count') return args
  if (isStaff(req)) return isOurOwn(args) ? args : { ...args, ...limited(query, listLimits.staff) }
  refuseHiddenPaths(req, collection.slug, query)
  return {
    ...args,
    ...limited(query, listLimits.everyone),
    ...(query.depth === undefined ? {} : { depth: Math.min(query.depth, maxDepth) }),
  }
}

/** A call of the Local API on the way of a request: it alone says by whose rights it reads. */
function isOurOwn(args: object): boolean {
  return 'overrideAccess' in args
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

/** Without pages and without a limit Payload returns everything, and so it does for a limit of 0 and less. */
function limited({ limit, pagination }: PublicQuery, max: number): { limit?: number } {
  if (limit === undefined) return pagination === false ? { limit: max } : {}
  return { limit: limit > 0 ? Math.min(limit, max) : max }
}
