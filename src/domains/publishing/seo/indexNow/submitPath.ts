import type { PayloadRequest } from 'payload'
import { AppError } from '@/src/platform/errors'
import { FinalJobError, jobOf } from '@/src/platform/jobs'
import { finalRefusals, submitToIndexNow } from '@/src/services/searchEngines'
import { absoluteUrl } from '../absoluteUrl'

const finalCodes = new Set(Object.values(finalRefusals).map(([code]) => code))

/** Tells search engines of one address. @throws FinalJobError where asking again would not help. */
export async function submitPath(req: PayloadRequest, { path }: { path: string }): Promise<{ url: string }> {
  const url = absoluteUrl(path)
  try {
    await submitToIndexNow({ urls: [url], signal: jobOf(req).signal })
  } catch (error) {
    if (error instanceof AppError && finalCodes.has(error.code))
      throw new FinalJobError(error.code, error.message)
    throw error
  }
  return { url }
}
