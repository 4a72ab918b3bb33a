import { indexNowKey } from '@/src/services/searchEngines'

export const dynamic = 'force-dynamic'

/** Proves to search engines that word of changes comes from this site. */
export function GET(): Response {
  const key = indexNowKey()
  const headers = { 'Content-Type': 'text/plain; charset=utf-8' }
  return key ? new Response(key, { headers }) : new Response('Not found.\n', { status: 404, headers })
}
