'use client'

import { ConfirmationModal, useModal } from '@payloadcms/ui'
import type { JobsQuery } from './jobsQuery'
import type { JobActs } from './useJobActs'

interface RetryAllProps {
  acts: JobActs
  failed: number
  query: JobsQuery
}

const modalSlug = 'retry-all-jobs'

/** Retries what the filters of queue and kind show; a search does not narrow it. */
export function RetryAll({ acts, failed, query }: RetryAllProps) {
  const { openModal } = useModal()
  const filter = { queue: query.queue || undefined, task: query.task || undefined }
  const which = [query.task ? 'of this kind' : '', query.queue ? `in ${query.queue}` : '']
    .filter(Boolean)
    .join(' ')
  return (
    <>
      <button
        className="mh-act"
        disabled={acts.busy === 'all'}
        onClick={() => openModal(modalSlug)}
        type="button"
      >
        Retry all{which ? ` ${which}` : ''}
      </button>
      <ConfirmationModal
        body={
          which
            ? `All failed jobs ${which} are run again from the start.`
            : `All ${failed.toLocaleString('en')} failed jobs are run again from the start.`
        }
        confirmLabel="Retry them"
        heading="Retry failed jobs?"
        modalSlug={modalSlug}
        onConfirm={() => acts.retryAll(filter)}
      />
    </>
  )
}
