import { requestContext } from '../requestContext'

/**
 * Gives the page being answered a status and headers, which Next lets no page choose: 404 with a whole page, or 301.
 * @returns false where our front does not stand before Next, so that nobody would send it.
 */
export function setPageStatus(status: number, headers: Record<string, string> = {}): boolean {
  const context = requestContext.getStore()
  if (!context) return false
  context.pageStatus = status
  context.pageHeaders = headers
  return true
}
