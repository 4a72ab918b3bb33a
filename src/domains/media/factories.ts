/** Builders of this domain's documents for tests. They write with the system's authority. */
import type { RequiredDataFromCollectionSlug } from 'payload'
import sharp from 'sharp'
import { testPayload } from '@/src/testing/harness'

/** Bytes of a PNG that no other test has: equal bytes are refused. */
export function aPicture({ width = 64, height = 48 } = {}): Promise<Buffer> {
  const channel = () => Math.floor(Math.random() * 256)
  const background = { r: channel(), g: channel(), b: channel() }
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 30 }
  return sharp({ create: { width, height, channels: 3, background, noise } })
    .png()
    .toBuffer()
}

export async function aMedia(data: Partial<RequiredDataFromCollectionSlug<'media'>> = {}) {
  const payload = await testPayload()
  const bytes = await aPicture()
  return payload.create({
    collection: 'media',
    data: { alt: 'A picture', ...data },
    file: { name: 'picture.png', data: bytes, mimetype: 'image/png', size: bytes.length },
    depth: 0,
    overrideAccess: true,
  })
}

/** A private text file. */
export async function aFile(data: Partial<RequiredDataFromCollectionSlug<'files'>> = {}) {
  const payload = await testPayload()
  const bytes = Buffer.from(`private ${Math.random()}`)
  return payload.create({
    collection: 'files',
    data: { purpose: 'export', ...data },
    file: { name: 'export.txt', data: bytes, mimetype: 'text/plain', size: bytes.length },
    depth: 0,
    overrideAccess: true,
  })
}

/** The form in which a browser or a script sends a file. */
export function aForm(bytes: Buffer, name: string, data: object, mimeType = 'image/png'): FormData {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(bytes)], { type: mimeType }), name)
  form.append('_payload', JSON.stringify(data))
  return form
}
