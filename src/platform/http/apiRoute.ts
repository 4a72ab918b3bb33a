import type { SanitizedConfig } from 'payload'
import { graphqlRoute } from './graphqlRoute'
import { restRoute } from './restRoute'

type Route = (request: Request) => Promise<Response>

const graphqlPath = /^https?:\/\/[^/]+\/api\/graphql(\?|$)/

/** All of `/api` for the front: GraphQL, and REST with our own endpoints. */
export function apiRoute(config: Promise<SanitizedConfig>): Route {
  const rest = restRoute(config)
  const graphql = graphqlRoute(config)
  return (request) =>
    graphqlPath.test(request.url) && request.method !== 'OPTIONS' ? graphql(request) : rest(request)
}
