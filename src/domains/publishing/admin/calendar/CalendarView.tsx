import { DefaultTemplate } from '@payloadcms/next/templates'
import { Gutter, SetStepNav } from '@payloadcms/ui'
import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { isStaff } from '@/src/platform/access'
import { Calendar } from './Calendar'

/** `/admin/calendar`: what was published and what is planned, by day. */
export function CalendarView({ initPageResult, params, searchParams }: AdminViewServerProps) {
  const { req, locale, permissions, visibleEntities } = initPageResult
  const { admin } = req.payload.config.routes
  // Payload leaves it to a view of ours whom it lets in.
  if (!req.user) redirect(`${admin}/login?redirect=${encodeURIComponent(`${admin}/calendar`)}`)
  if (!isStaff(req)) redirect(`${admin}/unauthorized`)
  return (
    <DefaultTemplate
      i18n={req.i18n}
      locale={locale}
      params={params}
      payload={req.payload}
      permissions={permissions}
      req={req}
      searchParams={searchParams}
      user={req.user}
      viewActions={req.payload.config.admin.components?.actions}
      visibleEntities={visibleEntities}
    >
      <SetStepNav nav={[{ label: 'Calendar' }]} />
      <Gutter className="mh-calendar-page">
        <Calendar />
      </Gutter>
    </DefaultTemplate>
  )
}
