import { notFound, permanentRedirect, redirect } from 'next/navigation'
import { findRedirect } from '@/src/domains/publishing/findRedirect'
import { setPageStatus } from '@/src/platform/http/setPageStatus'
import { visitorRequest } from './visitorRequest'

/** Ends a request for a page that is not there: with its new address where one is known, else with 404. */
export async function goneOrMoved(path: string): Promise<never> {
  const found = await findRedirect(await visitorRequest(), { path })
  if (!found) notFound()
  // Next knows 307 and 308 alone; the front makes 301 and 302 of them.
  setPageStatus(found.statusCode)
  if (found.statusCode === 301 || found.statusCode === 308) permanentRedirect(found.to)
  redirect(found.to)
}
