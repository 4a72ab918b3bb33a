import { draftMode } from 'next/headers'
import { redirect } from 'next/navigation'
import { findDraftPath } from '@/src/domains/publishing/findDraftPath'
import { isStaff } from '@/src/platform/access'
import { visitorRequest } from '../../../visitorRequest'
import { plainAnswer } from '../../plainAnswer'

interface Context {
  params: Promise<{ collection: string; id: string }>
}

/** The panel's way to the page of a draft: only for signed-in staff who may read it. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const req = await visitorRequest()
  if (!isStaff(req)) return plainAnswer('Sign in to the panel to see drafts.', 401)
  const { collection, id } = await params
  const path = await findDraftPath(req, { collection, id })
  if (!path) return plainAnswer('There is no such draft yet. It appears here once it has been saved.', 404)
  const draft = await draftMode()
  draft.enable()
  redirect(path)
}
