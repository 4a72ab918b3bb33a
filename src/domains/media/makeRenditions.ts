import type { PayloadRequest } from 'payload'
import { asSystem } from '@/src/platform/authority'
import { storage } from '@/src/services/storage'
import { drawRendition } from './drawRendition'
import { isResizable, renditionFile, renditionNames } from './renditions'

/** Makes whatever renditions of an image are missing. @returns how many were made. */
export async function makeRenditions(req: PayloadRequest, { id }: { id: string }) {
  // A job has no caller: the upload that queued it was authorised.
  const media = await req.payload.findByID({
    collection: 'media',
    id,
    depth: 0,
    disableErrors: true,
    ...asSystem(req),
  })
  if (!media || !isResizable(media)) return { made: 0 }
  let made = 0
  for (const name of renditionNames) {
    for (const format of name === 'og' ? (['jpg'] as const) : (['webp', 'avif'] as const)) {
      if ((await storage().size(`media/${renditionFile(media, name, format)}`)) !== null) continue
      if (await drawRendition(media, name, format)) made += 1
    }
  }
  return { made }
}
