import type { Payload } from 'payload'
import { now } from '@/src/platform/clock'
import { env } from '@/src/platform/env'
import { type ArchiveHead, archiveVersion } from './archiveFormat'
import { countRecords, type ReadOptions } from './readRecords'

/** What an export says of itself. */
export async function headOf(
  payload: Payload,
  options: ReadOptions,
): Promise<ArchiveHead & { total: number }> {
  // The site's name is public.
  const { name } = await payload.findGlobal({ slug: 'site-settings', depth: 0, overrideAccess: true })
  const total = await countRecords(payload, options)
  return {
    version: archiveVersion,
    exportedAt: now().toISOString(),
    site: { name, url: env.SITE_URL },
    total,
  }
}
