import { draftMode } from 'next/headers'
import { redirect } from 'next/navigation'

/** Back to what readers see. */
export async function GET(): Promise<never> {
  const draft = await draftMode()
  draft.disable()
  redirect('/')
}
