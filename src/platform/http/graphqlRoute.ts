import { GRAPHQL_POST } from '@payloadcms/next/routes'
import type { SanitizedConfig } from 'payload'
import { statusCodes } from './statusCodes'
import { unreadableBody } from './unreadableBody'

type Route = (request: Request) => Promise<Response>

/** Payload's GraphQL for whoever serves it: POST, and GET for queries that caches on the way may keep. */
export function graphqlRoute(config: Promise<SanitizedConfig>): Route {
  const ask = GRAPHQL_POST(config)
  return async (request) => {
    if (request.method !== 'POST' && request.method !== 'GET')
      return failure(405, 'METHOD_NOT_ALLOWED', 'GraphQL is asked by POST or GET.')
    try {
      return await withCodes(await ask(request))
    } catch (error) {
      const unreadable = unreadableBody(error)
      if (unreadable) return failure(400, unreadable.code, unreadable.message)
      throw error
    }
  }
}

interface Refused {
  errors?: { message: string; extensions?: object }[]
}

/** What is refused before it is a question has no code of a resolver, or no words at all. */
async function withCodes(answer: Response): Promise<Response> {
  const { status } = answer
  if (status < 400) return answer
  const text = await answer.text()
  const { errors = [] } = text ? (JSON.parse(text) as Refused) : {}
  const code = statusCodes[status] ?? 'BAD_REQUEST'
  const told = errors.length > 0 ? errors : [{ message: 'The request is none that GraphQL can read.' }]
  const headers = new Headers(answer.headers)
  headers.delete('content-length')
  headers.set('content-type', 'application/json; charset=utf-8')
  const coded = told.map((error) => ({ ...error, extensions: { code, ...error.extensions } }))
  return new Response(JSON.stringify({ errors: coded }), { status, headers })
}

function failure(status: number, code: string, message: string): Response {
  return Response.json({ errors: [{ message, extensions: { code } }] }, { status })
}
