import { anonymousRequest } from '@/src/app/anonymousRequest'
import { findSiteIcon } from '@/src/domains/publishing/siteIcon'

export const dynamic = 'force-dynamic'

/** Where browsers look that were told of no icon. */
export async function GET(): Promise<Response> {
  const Location = await findSiteIcon(await anonymousRequest())
  return new Response(null, { status: 302, headers: { Location } })
}
