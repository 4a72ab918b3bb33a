import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PayloadRequest } from 'payload'
import { storeMedia } from '@/src/domains/media'
import { demoFolder } from '../demoFolder'

const credit = 'Tallystick studio'

/** @returns the id of the stored picture; the same file is stored once. */
export async function storeDemoImage(
  req: PayloadRequest,
  { image, alt }: { image: string; alt: string },
): Promise<string> {
  const data = await readFile(join(demoFolder, 'images', image))
  const { id } = await storeMedia(req, { data, filename: image, alt, credit })
  return id
}
