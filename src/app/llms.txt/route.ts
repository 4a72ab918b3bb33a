import { writeLlmsText } from '@/src/domains/publishing/seo/writeLlmsText'
import { anonymousRequest } from '../anonymousRequest'

export const dynamic = 'force-dynamic'

export async function GET(): Promise<Response> {
  const text = await writeLlmsText(await anonymousRequest())
  return new Response(text, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
}
