import { readSitemap } from '@/src/domains/publishing/sitemaps/readSitemap'
import { anonymousRequest } from '../../anonymousRequest'
import { closedAnswer } from '../../closedAnswer'
import { xmlResponse } from '../../xmlResponse'

export const dynamic = 'force-dynamic'

interface Context {
  params: Promise<{ file: string }>
}

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const req = await anonymousRequest()
  return (await closedAnswer(req)) ?? xmlResponse(await readSitemap(req, await params))
}
