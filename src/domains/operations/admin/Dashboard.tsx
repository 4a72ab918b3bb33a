import { Gutter } from '@payloadcms/ui'
import type { AdminViewServerProps } from 'payload'
import { isAdmin } from '@/src/platform/access'
import { readAttention } from '../readAttention'
import { readChecklist } from '../readChecklist'
import { readChecklistHidden } from '../readChecklistHidden'
import { readFailures } from '../readFailures'
import { readGreeting } from '../readGreeting'
import { readNumbers } from '../readNumbers'
import { readSystem } from '../readSystem'
import { Checklist } from './Checklist'
import { DocumentList } from './DocumentList'
import { FailedJobsNotice } from './FailedJobsNotice'
import { HomeHeader } from './HomeHeader'
import { NumberTiles } from './NumberTiles'
import { SystemPanel } from './SystemPanel'
import { UnpublishedNotice } from './UnpublishedNotice'

/** The panel's first page: what needs attention, how the publication stands, and the first steps. */
export async function Dashboard({ initPageResult }: AdminViewServerProps) {
  const { req } = initPageResult
  const [name, attention, numbers, failed, checklist, isHidden, system] = await Promise.all([
    readGreeting(req),
    readAttention(req),
    readNumbers(req),
    readFailures(req),
    readChecklist(req),
    readChecklistHidden(req),
    isAdmin(req) ? readSystem(req) : null,
  ])
  const { waiting, mine, edits, unpublished } = attention
  const adminRoute = req.payload.config.routes.admin
  const myDrafts = `/collections/content?where[or][0][and][0][_status][equals]=draft&where[or][0][and][1][user][equals]=${req.user?.id}`
  return (
    <Gutter className="mh-home">
      <HomeHeader
        adminRoute={adminRoute}
        failed={failed.total}
        mine={mine.total}
        name={name}
        waiting={waiting?.total ?? 0}
      />
      {failed.total > 0 ? <FailedJobsNotice adminRoute={adminRoute} failed={failed} /> : null}
      {unpublished.length > 0 ? <UnpublishedNotice adminRoute={adminRoute} jobs={unpublished} /> : null}
      <NumberTiles adminRoute={adminRoute} numbers={numbers} />
      <div className="mh-home__columns">
        <div className="mh-home__main">
          {waiting ? (
            <DocumentList
              adminRoute={adminRoute}
              documents={waiting}
              empty="No drafts of others wait for you."
              href="/collections/content?where[or][0][and][0][_status][equals]=draft"
              title="Drafts waiting for an editor"
            />
          ) : null}
          <DocumentList
            adminRoute={adminRoute}
            documents={mine}
            empty="You have no drafts. What you begin to write appears here."
            href={myDrafts}
            title="My drafts"
          />
          <DocumentList
            adminRoute={adminRoute}
            documents={{ lines: edits, total: edits.length }}
            empty="Nothing was changed yet."
            title={waiting ? 'Recently changed' : 'My recent changes'}
          />
        </div>
        <aside className="mh-home__aside">
          <Checklist adminRoute={adminRoute} isHidden={isHidden} items={checklist} />
          {system ? <SystemPanel parts={system} /> : null}
        </aside>
      </div>
    </Gutter>
  )
}
