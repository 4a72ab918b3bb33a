'use client'

import { toast } from '@payloadcms/ui'
import { useState } from 'react'
import { askApi } from '@/src/platform/admin/askApi'
import type { Job } from '../jobs/jobRow'
import { sayTrouble } from './useLive'

export interface JobActs {
  /** The job, or `all`, on which an act is under way. */
  busy: string | null
  retry: (job: Job) => Promise<void>
  retryAll: (filter: { queue?: string; task?: string }) => Promise<void>
  cancel: (job: Job) => Promise<void>
}

/** What can be done with jobs, through the API, each said in a sentence when it is done or refused. */
export function useJobActs(api: string, onDone: () => void): JobActs {
  const [busy, setBusy] = useState<string | null>(null)
  const act = async <Answer>(
    key: string,
    say: (answer: Answer) => string,
    ...asked: Parameters<typeof askApi>
  ) => {
    setBusy(key)
    try {
      toast.success(say(await askApi<Answer>(...asked)))
    } catch (error) {
      toast.error(sayTrouble(error))
    } finally {
      setBusy(null)
      onDone()
    }
  }
  return {
    busy,
    retry: ({ id }) => act(id, () => 'It is tried again.', `${api}/${id}/retries`, { method: 'POST' }),
    cancel: ({ id }) => act(id, () => 'It was cancelled.', `${api}/${id}`, { method: 'DELETE' }),
    retryAll: (body) => act('all', sayRetried, `${api}/retries`, { method: 'POST', body }),
  }
}

function sayRetried({ retried }: { retried: number }): string {
  return retried === 1 ? 'One job is tried again.' : `${retried} jobs are tried again.`
}
