import { anonymousRequest } from '@/src/app/anonymousRequest'
import { findSiteShell } from '@/src/domains/publishing/findSiteShell'
import { siteIcon } from '@/src/domains/publishing/siteIcon'

export const dynamic = 'force-dynamic'

/** Where browsers look that were told of no icon. */
export async function GET(): Promise<Response> {
  const { settings } = await findSiteShell(await anonymousRequest())
  return new Response(null, { status: 302, headers: { Location: siteIcon(settings) } })
}
