'use client'

import { useDocumentInfo, useFormFields, useFormModified } from '@payloadcms/ui'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { askApi } from '@/src/platform/admin/askApi'
import { fromLocalInput, sayOffset, toLocalInput, zoneName } from '@/src/platform/admin/localMoments'
import type { ScheduledJob } from '../../scheduling/sayScheduled'

interface PlanFormProps {
  path: string
  documentKey: { collection?: string; id?: number | string }
  jobs: ScheduledJob[]
  onPlanned: () => Promise<void>
  onClose: () => void
}

/** Two moments by the editor's own clock; an empty one is taken off the plan. */
export function PlanForm({ path, documentKey, jobs, onPlanned, onClose }: PlanFormProps) {
  const planned = (action: ScheduledJob['action']) =>
    jobs.find((job) => job.action === action && job.state !== 'failed')
  const { hasPublishedDoc } = useDocumentInfo()
  const dated = useFormFields(([fields]) => fields.publishedAt?.value) as Date | string | null | undefined
  const id = useId()
  const [publish, setPublish] = useState(() => firstValue(planned('publish'), !hasPublishedDoc, dated))
  const [unpublish, setUnpublish] = useState(() => firstValue(planned('unpublish'), false))
  const [refusal, setRefusal] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const waitUntilSaved = useWaitUntilSaved()
  const submit = async () => {
    setBusy(true)
    setRefusal(null)
    try {
      await waitUntilSaved()
      const publishAt = changeOf(publish, planned('publish'))
      const unpublishAt = changeOf(unpublish, planned('unpublish'))
      if (publishAt !== undefined || unpublishAt !== undefined) {
        await askApi(path, { method: 'POST', body: { ...documentKey, publishAt, unpublishAt } })
      }
      await onPlanned()
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : String(error))
    } finally {
      setBusy(false)
    }
  }
  // It stands inside of the document's own form, which the key would save.
  const submitOnEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    void submit()
  }
  const moment = fromLocalInput(publish) ?? fromLocalInput(unpublish) ?? new Date()
  return (
    <div className="mh-schedule__form">
      <label htmlFor={`${id}-publish`}>{hasPublishedDoc ? 'Publish the changes at' : 'Publish at'}</label>
      <input
        className="mh-moment"
        id={`${id}-publish`}
        onChange={(event) => setPublish(event.target.value)}
        onKeyDown={submitOnEnter}
        type="datetime-local"
        value={publish}
      />
      <label htmlFor={`${id}-unpublish`}>
        Withdraw at <span className="mh-schedule__zone">optional</span>
      </label>
      <input
        className="mh-moment"
        id={`${id}-unpublish`}
        onChange={(event) => setUnpublish(event.target.value)}
        onKeyDown={submitOnEnter}
        type="datetime-local"
        value={unpublish}
      />
      <p className="mh-schedule__hint">
        Your time zone: {zoneName()} ({sayOffset(moment)}). What is saved by then goes out.
      </p>
      {refusal ? (
        <p className="mh-schedule__refusal" role="alert">
          {refusal}
        </p>
      ) : null}
      <div className="mh-schedule__buttons">
        <button
          className="mh-button mh-button--primary"
          disabled={isBusy}
          onClick={() => void submit()}
          type="button"
        >
          Plan it
        </button>
        <button className="mh-button" onClick={onClose} type="button">
          Cancel
        </button>
      </div>
    </div>
  )
}

const saveMs = { look: 100, longest: 6_000 }

/** What was typed a moment ago is saved by itself a moment later, and belongs to what is planned. */
function useWaitUntilSaved(): () => Promise<void> {
  const isModified = useFormModified()
  const current = useRef(isModified)
  useEffect(() => {
    current.current = isModified
  }, [isModified])
  return async () => {
    const begun = performance.now()
    while (current.current && performance.now() - begun < saveMs.longest) {
      await new Promise((resolve) => setTimeout(resolve, saveMs.look))
    }
  }
}

/** The date that it was given, if that is to come; else the next morning at nine, when most things are to appear. */
function firstValue(job: ScheduledJob | undefined, isWanted: boolean, dated?: Date | string | null): string {
  if (job) return toLocalInput(new Date(job.at))
  if (dated && new Date(dated) > new Date()) return toLocalInput(new Date(dated))
  if (!isWanted) return ''
  const morning = new Date()
  morning.setDate(morning.getDate() + 1)
  morning.setHours(9, 0, 0, 0)
  return toLocalInput(morning)
}

/** What the API is told: nothing where nothing changed, null for what is taken off. */
function changeOf(value: string, job: ScheduledJob | undefined): string | null | undefined {
  const moment = fromLocalInput(value)
  if (!moment) return job ? null : undefined
  const isUnchanged = job && toLocalInput(new Date(job.at)) === value
  return isUnchanged ? undefined : moment.toISOString()
}
