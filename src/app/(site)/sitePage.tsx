import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { StaffBar } from '@/src/domains/publishing/components/staff/StaffBar'
import { findStaffBar } from '@/src/domains/publishing/findStaffBar'
import { isUnderway, secondsUntilReturn } from '@/src/domains/publishing/maintenance'
import { setPageStatus } from '@/src/platform/http/setPageStatus'
import { isClosedToVisitor } from './isClosedToVisitor'
import { isNotFound } from './isNotFound'
import { MaintenancePage } from './MaintenancePage'
import NotFound from './not-found'
import { pathHeader } from './pathHeader'
import { shown } from './showsDocument'
import { siteShell } from './siteShell'
import { visitorRequest } from './visitorRequest'

type Page<Props> = (props: Props) => Promise<ReactNode>

/**
 * A page of the site with what all have in common: the page of a maintenance in its place, the bar of the staff, and
 * for `notFound()` a whole page made on the server. Next's own answer to that is an empty document that a script
 * fills, and nothing for readers without one.
 */
export function sitePage<Props>(render: Page<Props>): Page<Props> {
  return async (props) => {
    if (await isClosedToVisitor()) return closed()
    try {
      const page = await render(props)
      return (
        <>
          {page}
          <OwnBar />
        </>
      )
    } catch (error) {
      if (!isNotFound(error)) throw error
      return setPageStatus(404) ? <NotFound /> : notFound()
    }
  }
}

async function closed(): Promise<ReactNode> {
  const { maintenance } = await siteShell()
  setPageStatus(503, { 'retry-after': String(secondsUntilReturn(maintenance)) })
  return <MaintenancePage maintenance={maintenance} />
}

/** Nothing for readers, and nothing inside of the panel's live preview, where all of it is at hand. */
async function OwnBar() {
  const sent = await headers()
  if (sent.get('sec-fetch-dest') === 'iframe') return null
  const { document, isDraft } = shown()
  const found = await findStaffBar(await visitorRequest(), document)
  if (!found) return null
  const { maintenance } = await siteShell()
  const path = sent.get(pathHeader) ?? '/'
  return <StaffBar found={found} path={path} isDraft={isDraft} isClosed={isUnderway(maintenance)} />
}
