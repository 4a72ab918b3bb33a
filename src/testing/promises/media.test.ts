/** What the model promises about pictures and files, seen from outside. */
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { aForm, aPicture } from '@/src/domains/media/factories'
import { type Answer, cast, type Document, rest, testPayload } from '../harness'

const upload = (bytes: Buffer, name: string, mimeType?: string): Promise<Answer> =>
  rest('POST /media', { as: cast().ann, body: aForm(bytes, name, { alt: 'A picture' }, mimeType) })

async function uploaded(bytes: Buffer, name: string, mimeType?: string): Promise<Document> {
  const answer = await upload(bytes, name, mimeType)
  expect(answer.status, JSON.stringify(answer.body.errors)).toBe(201)
  return answer.body.doc as Document
}

const download = (doc: Document, headers?: Record<string, string>) =>
  rest(`GET /media/file/${doc.filename}`, { headers })

test('the same bytes are stored once', async () => {
  const bytes = await aPicture()
  const first = await uploaded(bytes, 'first.png')
  const second = await upload(bytes, 'second.png')
  expect([second.status, second.body.errors?.[0]?.code]).toEqual([409, 'MEDIA_EXISTS'])
  expect(second.body.errors?.[0]?.data).toMatchObject({ id: first.id })
})

test.each([
  [
    'a page called a picture',
    'photo.jpg',
    '<!doctype html><script>alert(1)</script>',
    415,
    'FILE_TYPE_REFUSED',
  ],
  ['a program called a picture', 'photo.png', 'MZ\u0090\u0000\u0003', 415, 'FILE_TYPE_REFUSED'],
  ['plain text', 'notes.png', 'hello', 415, 'FILE_TYPE_REFUSED'],
  ['nothing at all', 'empty.png', '', 400, 'FILE_EMPTY'],
])('%s is refused with a code', async (_, name, content, status, code) => {
  const answer = await upload(Buffer.from(content), name)
  expect([answer.status, answer.body.errors?.[0]?.code]).toEqual([status, code])
})

test('a picture cut short is refused with a code', async () => {
  const bytes = (await aPicture({ width: 400, height: 400 })).subarray(0, 3000)
  const answer = await upload(bytes, 'torn.png')
  expect([answer.status, answer.body.errors?.[0]?.code]).toEqual([400, 'FILE_DAMAGED'])
})

test('an SVG with a script arrives as a picture that cannot carry one', async () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><script>alert(1)</script><rect width="40" height="20" fill="red"/></svg>'
  const doc = await uploaded(Buffer.from(svg), 'logo.svg', 'image/svg+xml')
  expect(doc.mimeType).toBe('image/webp')
  const { bytes, headers } = await download(doc)
  expect(headers.get('content-type')).toBe('image/webp')
  expect(bytes.includes('script')).toBe(false)
})

test('EXIF and the place it was taken are removed, and the picture stands upright', async () => {
  const tagged = await sharp(await aPicture({ width: 60, height: 30 }))
    .withExif({
      IFD0: { Artist: 'Somebody private', Orientation: '6' },
      IFD3: { GPSLatitude: '52/1 31/1 0/1', GPSLatitudeRef: 'N' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  expect((await sharp(tagged).metadata()).exif).toBeTruthy()
  const doc = await uploaded(tagged, 'holiday.jpg', 'image/jpeg')
  expect([doc.width, doc.height]).toEqual([30, 60])
  const { bytes } = await download(doc)
  const { exif, xmp } = await sharp(bytes).metadata()
  expect([exif, xmp]).toEqual([undefined, undefined])
  expect(bytes.includes('Somebody private')).toBe(false)
})

test('renditions are drawn when asked for, and by the job', { timeout: 90_000 }, async () => {
  const doc = await uploaded(await aPicture({ width: 800, height: 400 }), 'wide.png')
  const sizes = doc.sizes as Record<string, { url: string; width: number; height: number; mimeType: string }>
  expect(Object.keys(sizes).sort()).toEqual(['card', 'hero', 'og', 'thumb'])
  for (const { url, width, height, mimeType } of Object.values(sizes)) {
    const path = new URL(url, 'http://localhost').pathname.replace('/api', '')
    const answer = await rest(`GET ${path}` as 'GET /media')
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, mimeType])
    const real = await sharp(answer.bytes).metadata()
    expect([real.width, real.height]).toEqual([width, height])
  }

  const payload = await testPayload()
  const { makeRenditions } = await import('@/src/domains/media')
  const { requestOf } = await import('../harness')
  const req = await requestOf()
  // The request drew the WebP and JPEG ones; the job makes what is left, and a second run nothing.
  expect((await makeRenditions(req, { id: doc.id })).made).toBe(3)
  expect((await makeRenditions(req, { id: doc.id })).made).toBe(0)
  const { totalDocs } = await payload.count({
    collection: 'payload-jobs',
    where: { taskSlug: { equals: 'makeRenditions' } },
    overrideAccess: true,
  })
  expect(totalDocs).toBeGreaterThan(0)
})

test('names that are no renditions are not found, and lead nowhere else', async () => {
  for (const name of [
    'none.thumb.webp',
    '..%2F..%2F.env',
    '..%2Ffiles%2Fx.thumb.webp',
    'x.huge.webp',
    'x.thumb.exe',
  ]) {
    expect((await rest(`GET /media/renditions/${name}`)).status, name).toBe(404)
  }
  for (const name of ['..%2F..%2Fpackage.json', '%2Fetc%2Fpasswd', '..%5C..%5Cpackage.json']) {
    const { status, bytes } = await rest(`GET /media/file/${name}`)
    expect(status, name).toBeGreaterThanOrEqual(400)
    expect(bytes.includes('masthead"')).toBe(false)
  }
})

test('parts of a file are answered to those who ask for them', async () => {
  const bytes = await aPicture({ width: 100, height: 100 })
  const doc = await uploaded(bytes, 'range.png')
  const whole = await download(doc)
  expect([whole.status, whole.bytes.length]).toEqual([200, bytes.length])
  expect(whole.headers.get('cache-control')).toContain('immutable')

  const part = await download(doc, { Range: 'bytes=10-19' })
  expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 10-19/${bytes.length}`])
  expect(part.bytes.equals(bytes.subarray(10, 20))).toBe(true)
  const end = await download(doc, { Range: 'bytes=-5' })
  expect(end.bytes.equals(bytes.subarray(-5))).toBe(true)
  expect((await download(doc, { Range: `bytes=${bytes.length}-` })).status).toBe(416)
  expect((await download(doc, { 'If-None-Match': whole.headers.get('etag') ?? '' })).status).toBe(304)
})

test('a picture that is deleted takes its files with it', async () => {
  const doc = await uploaded(await aPicture(), 'gone.png')
  expect((await rest(`DELETE /media/${doc.id}`, { as: cast().ann })).status).toBe(200)
  expect((await download(doc)).status).toBe(404)
})
