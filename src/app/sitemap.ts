import type { MetadataRoute } from 'next'
import { createLocalReq, getPayload } from 'payload'
import config from '@/src/app/payloadConfig'
import { listSitemapEntries } from '@/src/domains/publishing/listSitemapEntries'

export const dynamic = 'force-dynamic'

export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const payload = await getPayload({ config })
  return listSitemapEntries(await createLocalReq({}, payload))
}
