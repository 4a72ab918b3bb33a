import { env } from '@/src/platform/env'
import { isLocalSite } from '@/src/platform/http/trustedOrigins'

/**
 * Whether mail gets to whom it is for. The outbox does on a site that only its developer reaches, and where it stands
 * in for a mail server on purpose; on a site with readers nobody ever looks into it.
 */
export function reachesReaders(): boolean {
  return Boolean(env.SMTP_URL) || env.APP_ENV !== 'production' || isLocalSite()
}
