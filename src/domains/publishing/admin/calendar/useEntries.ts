'use client'

import { toast, useAuth, useConfig } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import { askApi } from '@/src/platform/admin/askApi'
import { sayMoment } from '@/src/platform/admin/localMoments'
import { addDays, daysOf, type Span } from './calendarDays'
import { type Entry, findDrafts, findEntries } from './entries'

/** Others plan too. */
const refreshMs = 60_000

/** What the shown days hold, and moving or removing what is planned. */
export function useEntries(date: Date, span: Span) {
  const { config } = useConfig()
  const api = config.routes.api
  const [entries, setEntries] = useState<Entry[] | null>(null)
  const [drafts, setDrafts] = useState<Entry[]>([])
  const { user } = useAuth<{ id: string; role: string }>()
  const mayPlanAll = user?.role === 'admin' || user?.role === 'editor'
  const [refusal, setRefusal] = useState<string | null>(null)
  const days = daysOf(date, span)
  const from = (days[0] ?? date).getTime()
  const to = addDays(days.at(-1) ?? date, 1).getTime()
  const load = useCallback(
    async (signal = new AbortController().signal) => {
      try {
        const [found, waiting] = await Promise.all([
          findEntries(api, new Date(from), new Date(to), signal),
          mayPlanAll ? findDrafts(api, signal) : [],
        ])
        setEntries(found)
        setDrafts(waiting)
        setRefusal(null)
      } catch (error) {
        if (!signal.aborted) setRefusal(error instanceof Error ? error.message : String(error))
      }
    },
    [api, from, to, mayPlanAll],
  )
  useEffect(() => {
    const stop = new AbortController()
    void load(stop.signal)
    const timer = setInterval(() => void load(stop.signal), refreshMs)
    return () => {
      stop.abort()
      clearInterval(timer)
    }
  }, [load])

  /** Shown at its new place at once, and back at the old one when it is refused. */
  const move = async (entry: Entry, at: Date) => {
    const { collection, id, job } = entry
    if (job && at.getTime() === entry.at.getTime()) return
    setEntries((shown) => [
      ...(shown ?? []).filter((other) => other.key !== entry.key),
      { ...entry, at, kind: entry.kind === 'draft' ? 'publish' : entry.kind },
    ])
    setDrafts((shown) => shown.filter((other) => other.key !== entry.key))
    const moment = job?.action === 'unpublish' ? { unpublishAt: at } : { publishAt: at }
    try {
      await askApi(`${api}/schedule`, { method: 'POST', body: { collection, id, ...moment } })
      toast.success(`“${entry.title}” ${job ? 'moved to' : 'is planned for'} ${sayMoment(at)}.`)
    } catch (error) {
      toast.error(error instanceof Error ? error.message : String(error))
    }
    await load()
  }
  const remove = async ({ job, title }: Entry) => {
    try {
      await askApi(`${api}/schedule/${job?.jobId}`, { method: 'DELETE' })
      toast.success(`“${title}” is off the plan.`)
    } catch (error) {
      toast.error(error instanceof Error ? error.message : String(error))
    }
    await load()
  }
  return { days, entries, drafts, refusal, move, remove }
}
