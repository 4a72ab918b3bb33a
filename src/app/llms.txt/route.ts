import { writeLlmsText } from '@/src/domains/publishing/seo/writeLlmsText'
import { anonymousRequest } from '../anonymousRequest'
import { closedAnswer } from '../closedAnswer'

export const dynamic = 'force-dynamic'

export async function GET(): Promise<Response> {
  const req = await anonymousRequest()
  const closed = await closedAnswer(req)
  if (closed) return closed
  const text = await writeLlmsText(req)
  return new Response(text, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
}
