'use client'

import { useDocumentInfo } from '@payloadcms/ui'
import { useEffect, useRef, useState } from 'react'
import { askApi } from '@/src/platform/admin/askApi'
import { sayMoment } from '@/src/platform/admin/localMoments'
import type { ScheduledJob } from '../../scheduling/sayScheduled'
import { PlanForm } from './PlanForm'
import { PlannedJob } from './PlannedJob'
import { usePlan } from './usePlan'

/** In the sidebar of a document: what is planned for it, and planning it. */
export function ScheduleControl() {
  const { id } = useDocumentInfo()
  const { plan, path, reload, key } = usePlan()
  const [isOpen, setOpen] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const happened = useHappened(plan?.jobs)
  if (!id)
    return <p className="mh-schedule__hint">Once the draft is saved, you can plan when it is published.</p>
  if (!plan) return null
  const remove = async ({ jobId }: ScheduledJob) => {
    setRefusal(null)
    try {
      await askApi(`${path}/${jobId}`, { method: 'DELETE' })
      await reload()
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : String(error))
    }
  }
  const { jobs, mayPlan } = plan
  if (!mayPlan && jobs.length === 0) return null
  return (
    <section aria-label="Schedule" className="mh-schedule">
      <h3 className="mh-schedule__title">Schedule</h3>
      {jobs.length > 0 ? (
        <ul className="mh-schedule__jobs">
          {jobs.map((job) => (
            <PlannedJob job={job} key={job.jobId} onRemove={() => void remove(job)} />
          ))}
        </ul>
      ) : null}
      {happened ? (
        <p className="mh-schedule__hint" role="status">
          It was {happened.action === 'publish' ? 'published' : 'withdrawn'} at its time,{' '}
          {sayMoment(happened.at)}.{' '}
          <button className="mh-link-button" onClick={() => location.reload()} type="button">
            Reload
          </button>
        </p>
      ) : null}
      {isOpen ? (
        <PlanForm
          documentKey={key}
          jobs={jobs}
          onClose={() => setOpen(false)}
          onPlanned={async () => {
            setOpen(false)
            setRefusal(null)
            await reload()
          }}
          path={path}
        />
      ) : mayPlan ? (
        <button className="mh-schedule__open" onClick={() => setOpen(true)} type="button">
          {jobs.some(({ state }) => state !== 'failed') ? 'Change the plan' : 'Plan a time…'}
        </button>
      ) : (
        <p className="mh-schedule__hint">An editor changes this plan.</p>
      )}
      {refusal ? (
        <p className="mh-schedule__refusal" role="alert">
          {refusal}
        </p>
      ) : null}
    </section>
  )
}

/** The job that was there a moment ago, whose time has come, and which is gone. */
function useHappened(jobs: ScheduledJob[] | undefined): ScheduledJob | null {
  const before = useRef<ScheduledJob[]>([])
  const [happened, setHappened] = useState<ScheduledJob | null>(null)
  useEffect(() => {
    if (!jobs) return
    const gone = before.current.find(
      ({ jobId, at }) => !jobs.some((job) => job.jobId === jobId) && Date.parse(at) <= Date.now(),
    )
    before.current = jobs
    if (gone) setHappened(gone)
  }, [jobs])
  return happened
}
