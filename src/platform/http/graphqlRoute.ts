import { GRAPHQL_POST } from '@payloadcms/next/routes'
import type { SanitizedConfig } from 'payload'
import { unreadableBody } from './unreadableBody'

type Route = (request: Request) => Promise<Response>

/** Payload's GraphQL for whoever serves it: POST, and GET for queries that caches on the way may keep. */
export function graphqlRoute(config: Promise<SanitizedConfig>): Route {
  const ask = GRAPHQL_POST(config)
  return async (request) => {
    if (request.method !== 'POST' && request.method !== 'GET')
      return failure(405, 'METHOD_NOT_ALLOWED', 'GraphQL is asked by POST or GET.')
    try {
      return await ask(request)
    } catch (error) {
      const unreadable = unreadableBody(error)
      if (unreadable) return failure(400, unreadable.code, unreadable.message)
      throw error
    }
  }
}

function failure(status: number, code: string, message: string): Response {
  return Response.json({ errors: [{ message, extensions: { code } }] }, { status })
}
