import type { PayloadRequest } from 'payload'
import { asUser } from '@/src/platform/authority'
import { documentPath } from './paths'

/** Where the newest version of a document is shown to its editor, `null` when the caller may not read it. */
export async function findDraftPath(
  req: PayloadRequest,
  { collection, id }: { collection: string; id: string },
): Promise<string | null> {
  if (collection !== 'content' && collection !== 'pages') return null
  if (!uuid.test(id)) return null
  const draft = await req.payload.findByID({
    collection,
    id,
    draft: true,
    depth: 0,
    select: { slug: true, locale: true },
    disableErrors: true,
    ...asUser(req),
  })
  if (!draft) return null
  const path = documentPath(collection, { slug: draft.slug ?? 'untitled', locale: draft.locale })
  return `${path}?draft=${id}`
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
