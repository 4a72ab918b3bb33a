import { draftMode } from 'next/headers'
import { redirect } from 'next/navigation'
import { createLocalReq, getPayload } from 'payload'
import config from '@/src/app/payloadConfig'
import { findDraftPath } from '@/src/domains/publishing/findDraftPath'
import { isStaff } from '@/src/platform/access'

interface Context {
  params: Promise<{ collection: string; id: string }>
}

/** The panel's way to the page of a draft: only for signed-in staff who may read it. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const payload = await getPayload({ config })
  const { user } = await payload.auth({ headers: request.headers })
  const req = await createLocalReq({ user: user ?? undefined, req: { headers: request.headers } }, payload)
  if (!isStaff(req)) return words('Sign in to the panel to see drafts.', 401)
  const { collection, id } = await params
  const path = await findDraftPath(req, { collection, id })
  if (!path) return words('There is no such draft yet. It appears here once it has been saved.', 404)
  const draft = await draftMode()
  draft.enable()
  redirect(path)
}

function words(text: string, status: number): Response {
  return new Response(text, {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  })
}
