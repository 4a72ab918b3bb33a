import type { PayloadRequest } from 'payload'
import { isUnderway, nextChange, secondsUntilReturn } from '@/src/domains/publishing/maintenance'
import { asUser } from '@/src/platform/authority'
import { limitPageLife } from '@/src/platform/http/limitPageLife'

/** What machines that read the site hear during a maintenance; `null` while it is open. */
export async function closedAnswer(req: PayloadRequest): Promise<Response | null> {
  const maintenance = await req.payload.findGlobal({ slug: 'maintenance', depth: 0, ...asUser(req) })
  limitPageLife(nextChange(maintenance))
  if (!isUnderway(maintenance)) return null
  return new Response('The site is under maintenance.\n', {
    status: 503,
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Retry-After': String(secondsUntilReturn(maintenance)),
    },
  })
}
