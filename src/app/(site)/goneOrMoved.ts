import { notFound, permanentRedirect, redirect } from 'next/navigation'
import { findRedirect } from '@/src/domains/publishing/findRedirect'
import { visitorRequest } from './visitorRequest'

/** Ends a request for a page that is not there: with its new address where one is known, else with 404. */
export async function goneOrMoved(path: string): Promise<never> {
  const found = await findRedirect(await visitorRequest(), { path })
  if (!found) notFound()
  if (found.statusCode === 301 || found.statusCode === 308) permanentRedirect(found.to)
  redirect(found.to)
}
