/**
 * Makes a request for a page's data one for the page. Next's router asks for data, which the site uses nowhere: it is
 * sent before it is known whether there is such a page and whether the site is closed, so that its status is always
 * 200, and no cache has it. In the panel, where it is used, a state that Next cannot read is dropped, as it is sent by
 * pages of another version: the answer is for the whole page then.
 */
import type { IncomingMessage } from 'node:http'
import { parseAndValidateFlightRouterState } from 'next/dist/server/app-render/parse-and-validate-flight-router-state'

const routerHeaders = /^(rsc$|next-router-|next-url$|next-hmr-refresh$)/
const stateHeader = 'next-router-state-tree'

export function dropRouterHeaders({ headers }: IncomingMessage, { isPanel }: { isPanel: boolean }): void {
  if (isPanel) {
    if (!isReadable(headers[stateHeader])) delete headers[stateHeader]
    return
  }
  for (const name of Object.keys(headers)) if (routerHeaders.test(name)) delete headers[name]
}

function isReadable(state: string | string[] | undefined): boolean {
  try {
    parseAndValidateFlightRouterState(state)
    return true
  } catch {
    return false
  }
}
