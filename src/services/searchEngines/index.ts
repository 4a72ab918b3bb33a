/** Telling search engines of changed addresses by IndexNow. Source: indexnow.org/documentation. */
import { env } from '@/src/platform/env'
import { AppError } from '@/src/platform/errors'

export interface Submission {
  /** Whole addresses of the site. */
  urls: string[]
  signal?: AbortSignal
}

/** The refusal will be the same next time: the job has failed for good. */
export const finalRefusals: Record<number, [code: string, message: string]> = {
  400: ['INDEXNOW_MALFORMED', 'The search engines could not read the addresses that they were told of.'],
  403: [
    'INDEXNOW_KEY_REFUSED',
    'The search engines could not confirm INDEXNOW_KEY: the site must answer /indexnow.txt with it.',
  ],
  422: [
    'INDEXNOW_FOREIGN',
    'The search engines say that the addresses are not of this site: check SITE_URL.',
  ],
}

/** Where the site answers with its key, as the protocol's second option allows any file at the root. */
export const keyPath = '/indexnow.txt'

const timeoutMs = 20_000

/** Without a key, and on staging, nobody is told of anything. */
export function indexNowKey(): string | undefined {
  return env.APP_ENV === 'staging' ? undefined : env.INDEXNOW_KEY
}

/** @throws AppError INDEXNOW_BUSY, INDEXNOW_UNAVAILABLE and the codes of `finalRefusals` */
export async function submitToIndexNow({ urls, signal }: Submission): Promise<void> {
  const key = indexNowKey()
  if (!key) return
  const status = await post({
    host: new URL(env.SITE_URL).host,
    key,
    keyLocation: `${env.SITE_URL}${keyPath}`,
    urlList: urls,
  })
  if (status === 200 || status === 202) return
  const final = finalRefusals[status]
  if (final) throw new AppError(final[0], final[1], 502, { status })
  if (status === 429) throw new AppError('INDEXNOW_BUSY', 'The search engines ask for a pause.', 502)
  throw new AppError('INDEXNOW_UNAVAILABLE', `The search engines answered ${status}.`, 502, { status })

  /** The operator chose the address, so it may be one of this machine. */
  async function post(body: object): Promise<number> {
    const limits = [AbortSignal.timeout(timeoutMs), ...(signal ? [signal] : [])]
    try {
      const response = await fetch(env.INDEXNOW_ENDPOINT, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json; charset=utf-8' },
        body: JSON.stringify(body),
        signal: AbortSignal.any(limits),
        redirect: 'error',
      })
      await response.body?.cancel()
      return response.status
    } catch (error) {
      if (signal?.aborted) throw error
      throw new AppError('INDEXNOW_UNAVAILABLE', 'The search engines could not be reached.', 502)
    }
  }
}
