import { readSitemapIndex } from '@/src/domains/publishing/sitemaps/readSitemap'
import { anonymousRequest } from '../anonymousRequest'
import { closedAnswer } from '../closedAnswer'
import { xmlResponse } from '../xmlResponse'

export const dynamic = 'force-dynamic'

export async function GET(): Promise<Response> {
  const req = await anonymousRequest()
  return (await closedAnswer(req)) ?? xmlResponse(await readSitemapIndex(req))
}
