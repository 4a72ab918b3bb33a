import type { PayloadRequest } from 'payload'
import { now } from '@/src/platform/clock'
import { queueJob } from '@/src/platform/jobs'
import { indexNowKey } from '@/src/services/searchEngines'

const minuteMs = 60_000

/**
 * Queues word of changed addresses, at the end of the minute: however often an address changes within it, it is told
 * of once.
 */
export async function queueSubmissions(req: PayloadRequest, { paths }: { paths: string[] }): Promise<void> {
  if (!indexNowKey()) return
  const minute = Math.floor(now().getTime() / minuteMs)
  for (const path of new Set(paths)) {
    await queueJob(req, {
      task: 'submitToIndexNow',
      input: { path },
      waitUntil: new Date((minute + 1) * minuteMs),
      dedupeKey: `indexNow:${minute}:${path}`,
    })
  }
}
