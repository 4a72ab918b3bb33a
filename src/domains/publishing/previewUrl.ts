import { env } from '@/src/platform/env'

/** Where the panel shows a draft: a route that turns draft mode on for signed-in staff and goes to the page. */
export function previewUrl(collection: 'content' | 'pages', doc: Record<string, unknown>): string {
  return `${env.SITE_URL}/preview/${collection}/${String(doc.id ?? 'new')}`
}
