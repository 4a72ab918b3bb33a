'use client'

import { useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import { askApi } from '@/src/platform/admin/askApi'
import type { ScheduleList } from '../../scheduling/listSchedule'
import type { ScheduledJob } from '../../scheduling/sayScheduled'

export interface Plan {
  jobs: ScheduledJob[]
  mayPlan: boolean
}

/** A moment is past for the server a little after it is past here. */
const graceMs = 3_000
/** Timers go no further. */
const longestTimerMs = 2 ** 31 - 1

/** What is planned for the document that is open; read again when it changes and when a planned moment comes. */
export function usePlan() {
  const { id, collectionSlug, hasPublishedDoc, unpublishedVersionCount } = useDocumentInfo()
  const { config } = useConfig()
  const [plan, setPlan] = useState<Plan | null>(null)
  const path = `${config.routes.api}/schedule`
  const reload = useCallback(async () => {
    if (!id) return null
    const list = await askApi<ScheduleList>(`${path}?collection=${collectionSlug}&id=${id}`)
    const read = { jobs: list.docs, mayPlan: list.mayPlan === true }
    setPlan(read)
    return read
  }, [collectionSlug, id, path])

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is done by hand changes the plan
  useEffect(() => {
    reload().catch(() => setPlan({ jobs: [], mayPlan: false }))
  }, [reload, hasPublishedDoc, unpublishedVersionCount])

  const next = plan?.jobs.find(({ state }) => state !== 'failed')?.at
  useEffect(() => {
    if (!next) return
    const waitMs = Math.max(Date.parse(next) - Date.now(), 0) + graceMs
    const timer = setTimeout(() => void reload().catch(() => {}), Math.min(waitMs, longestTimerMs))
    return () => clearTimeout(timer)
  }, [next, reload])

  return { plan, path, reload, key: { collection: collectionSlug, id } }
}
