import { readSitemap } from '@/src/domains/publishing/sitemaps/readSitemap'
import { anonymousRequest } from '../../anonymousRequest'
import { xmlResponse } from '../../xmlResponse'

export const dynamic = 'force-dynamic'

interface Context {
  params: Promise<{ file: string }>
}

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  return xmlResponse(await readSitemap(await anonymousRequest(), await params))
}
