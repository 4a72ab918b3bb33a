import { readSitemapIndex } from '@/src/domains/publishing/sitemaps/readSitemap'
import { anonymousRequest } from '../anonymousRequest'
import { xmlResponse } from '../xmlResponse'

export const dynamic = 'force-dynamic'

export async function GET(): Promise<Response> {
  return xmlResponse(await readSitemapIndex(await anonymousRequest()))
}
