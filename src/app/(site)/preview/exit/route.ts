import { cookies, draftMode } from 'next/headers'
import { redirect } from 'next/navigation'
import { lookAheadCookie } from '@/src/domains/publishing/lookAheadAsAsked'
import { safePath } from '../safePath'

/** Back to what readers see now, at `path`. */
export async function GET(request: Request): Promise<never> {
  const draft = await draftMode()
  draft.disable()
  const kept = await cookies()
  kept.delete(lookAheadCookie)
  redirect(safePath(new URL(request.url).searchParams.get('path')))
}
