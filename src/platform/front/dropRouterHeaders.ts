/**
 * Makes a stranger's request for a page's data one for the page. Next's router asks for data, which the site uses in
 * the panel's live preview alone; they are sent before it is known whether there is such a page and whether the site
 * is closed, so that their status is always 200, and no cache has them.
 */
import type { IncomingMessage } from 'node:http'

const routerHeaders = /^(rsc$|next-router-|next-url$)/

export function dropRouterHeaders({ method, headers }: IncomingMessage): void {
  const isRead = method === 'GET' || method === 'HEAD'
  if (!isRead || /(^|;\s*)payload-token=/.test(headers.cookie ?? '')) return
  for (const name of Object.keys(headers)) if (routerHeaders.test(name)) delete headers[name]
}
