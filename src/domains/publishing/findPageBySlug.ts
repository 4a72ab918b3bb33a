import type { PayloadRequest } from 'payload'
import type { Page } from '@/payload-types'
import { type Addressed, findAddressed } from './findAddressed'

/** One of the site's own pages, `null` when there is none that the caller may read. */
export function findPageBySlug(req: PayloadRequest, addressed: Addressed): Promise<Page | null> {
  return findAddressed(req, 'pages', addressed)
}
