import { createHash, timingSafeEqual } from 'node:crypto'
import { env } from '@/src/platform/env'

/** Whether the `Authorization` header carries METRICS_TOKEN. How long the answer takes tells nothing about it. */
export function mayScrape(authorization: string | null | undefined): boolean {
  const token = env.METRICS_TOKEN
  const [scheme = '', given = ''] = (authorization ?? '').split(' ')
  if (!token || scheme.toLowerCase() !== 'bearer') return false
  return timingSafeEqual(digest(given), digest(token))
}

/** Of equal length, whatever was given. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
