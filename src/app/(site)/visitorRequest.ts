import { draftMode, headers } from 'next/headers'
import { createLocalReq, getPayload } from 'payload'
import { cache } from 'react'
import config from '@/src/app/payloadConfig'
import { lookAheadAsAsked } from '@/src/domains/publishing/lookAheadAsAsked'
import { isStaff } from '@/src/platform/access'
import { tellUnderstood } from '@/src/platform/http/tellUnderstood'

/** The visitor's request for the domain's reads: anonymous, or with the user of the session. Made once a page. */
export const visitorRequest = cache(async () => {
  tellUnderstood()
  const payload = await getPayload({ config })
  const sent = await headers()
  const { user } = await payload.auth({ headers: sent })
  const req = await createLocalReq({ user: user ?? undefined, req: { headers: sent } }, payload)
  lookAheadAsAsked(req)
  return req
})

/** The id of the draft that the query names, for staff in draft mode only. */
export async function draftIdOf({ draft }: { draft?: string | string[] }): Promise<string | undefined> {
  const { isEnabled } = await draftMode()
  if (!isEnabled || typeof draft !== 'string' || !uuid.test(draft)) return undefined
  return isStaff(await visitorRequest()) ? draft : undefined
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
