import type { Payload } from 'payload'
import { now } from '@/src/platform/clock'
import { env } from '@/src/platform/env'
import { type ArchiveHead, archiveVersion } from './archiveFormat'

/** What an export says of itself. */
export async function headOf(payload: Payload): Promise<ArchiveHead> {
  // The site's name is public.
  const { name } = await payload.findGlobal({ slug: 'site-settings', depth: 0, overrideAccess: true })
  return { version: archiveVersion, exportedAt: now().toISOString(), site: { name, url: env.SITE_URL } }
}
