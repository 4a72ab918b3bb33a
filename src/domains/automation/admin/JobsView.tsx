import { DefaultTemplate } from '@payloadcms/next/templates'
import { Gutter, SetStepNav } from '@payloadcms/ui'
import { redirect } from 'next/navigation'
import type { AdminViewServerProps, PayloadRequest } from 'payload'
import { isAdmin } from '@/src/platform/access'
import { taskLabelOf } from '../jobs/jobRow'
import { ListJobsInput, listJobs } from '../jobs/listJobs'
import { type JobsSummary, readJobsSummary } from '../jobs/readJobsSummary'
import { JobsScreen } from './JobsScreen'
import { type JobsQuery, parseQuery } from './jobsQuery'

/** `/admin/jobs`: what the queue does, what failed and why, and how to have it done again. */
export async function JobsView({ initPageResult, params, searchParams }: AdminViewServerProps) {
  const { req, locale, permissions, visibleEntities } = initPageResult
  const { admin } = req.payload.config.routes
  // Payload leaves it to a view of ours whom it lets in.
  if (!req.user) redirect(`${admin}/login?redirect=${encodeURIComponent(`${admin}/jobs`)}`)
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
      <SetStepNav nav={[{ label: 'Jobs' }]} />
      <Gutter className="mh-jobs">
        {isAdmin(req) ? await screen(req, searchParams ?? {}) : <NotForYou />}
      </Gutter>
    </DefaultTemplate>
  )
}

async function screen(req: PayloadRequest, params: Record<string, string | string[] | undefined>) {
  const { admin, api } = req.payload.config.routes
  const summary = await readJobsSummary(req, { span: params.span === 'day' ? 'day' : 'hour' })
  const query = parseQuery(params, whereToLook(summary))
  const list = await listJobs(req, ListJobsInput.parse(given(query)))
  const tasks = (req.payload.config.jobs?.tasks ?? []).map(({ slug }) => ({
    slug,
    label: taskLabelOf(req, slug),
  }))
  return (
    <JobsScreen
      adminRoute={admin}
      apiRoute={api}
      list={list}
      query={query}
      summary={summary}
      tasks={tasks.sort((a, b) => a.label.localeCompare(b.label))}
    />
  )
}

/** What failed wants somebody; else what goes on now; else what was done. */
function whereToLook({ counts }: JobsSummary): JobsQuery['state'] {
  return (['failed', 'running', 'waiting'] as const).find((state) => counts[state] > 0) ?? 'done'
}

function given({ state, queue, task, search }: JobsQuery) {
  return { state, queue: queue || undefined, task: task || undefined, search: search || undefined }
}

function NotForYou() {
  return (
    <>
      <h1>Jobs</h1>
      <p>Only administrators look after the queue.</p>
    </>
  )
}
