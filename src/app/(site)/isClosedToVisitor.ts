import { isUnderway } from '@/src/domains/publishing/maintenance'
import { isStaff } from '@/src/platform/access'
import { siteShell } from './siteShell'
import { visitorRequest } from './visitorRequest'

/** During a maintenance only staff see the site. */
export async function isClosedToVisitor(): Promise<boolean> {
  const { maintenance } = await siteShell()
  return isUnderway(maintenance) && !isStaff(await visitorRequest())
}
