import { storage } from '@/src/services/storage'
import type { RenditionSource } from './renditions'

/** The file of a picture as it was uploaded, `null` when it is gone. */
export async function readOriginal({ filename }: RenditionSource): Promise<Buffer | null> {
  const original = await storage().get(`media/${filename}`)
  return original && Buffer.from(await new Response(original.body).arrayBuffer())
}
