import { testPayload } from './database'
import { type Answer, type Asking, read, requestTo } from './rest'

/** A GraphQL document through the route that serves it. */
export async function graphql(query: string, { as }: Pick<Asking, 'as'> = {}): Promise<Answer> {
  await testPayload()
  const { default: config } = await import('@/payload.config')
  const { GRAPHQL_POST } = await import('@payloadcms/next/routes')
  const request = requestTo('/api/graphql', { method: 'POST', as, body: { query } })
  return read(await GRAPHQL_POST(config)(request))
}
