import { createLocalReq, getPayload } from 'payload'
import config from '@/src/app/payloadConfig'
import { findSiteShell } from '@/src/domains/publishing/findSiteShell'
import { siteIcon } from '@/src/domains/publishing/siteIcon'

export const dynamic = 'force-dynamic'

/** Where browsers look that were told of no icon. */
export async function GET(): Promise<Response> {
  const payload = await getPayload({ config })
  const { settings } = await findSiteShell(await createLocalReq({}, payload))
  return new Response(null, { status: 302, headers: { Location: siteIcon(settings) } })
}
