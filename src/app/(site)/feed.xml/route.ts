import { createLocalReq, getPayload } from 'payload'
import config from '@/src/app/payloadConfig'
import { writeFeed } from '@/src/domains/publishing/writeFeed'

export const dynamic = 'force-dynamic'

/** For everyone alike, whoever asks: readers of feeds send no sessions. */
export async function GET(): Promise<Response> {
  const payload = await getPayload({ config })
  const feed = await writeFeed(await createLocalReq({}, payload))
  return new Response(feed, { headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' } })
}
