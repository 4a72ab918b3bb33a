/** Builders of this domain's documents for tests. They write with the system's authority. */
import type { RequiredDataFromCollectionSlug } from 'payload'
import { aFile } from '@/src/domains/media/factories'
import { testPayload } from '@/src/testing/harness'

type Data<
  Slug extends
    | 'content'
    | 'imports'
    | 'import-items'
    | 'pages'
    | 'categories'
    | 'tags'
    | 'redirects'
    | 'market-quotes'
    | 'imported-comments'
    | 'contact-messages',
> = Partial<RequiredDataFromCollectionSlug<Slug>>

let count = 0
const next = () => `${++count}-${Math.random().toString(36).slice(2, 8)}`

/** A body of plain paragraphs. */
export function aBody(...paragraphs: string[]) {
  return { root: { ...node('root'), children: paragraphs.map(paragraph) } }
}

export function paragraph(text: string) {
  const words = { type: 'text', version: 1, text, format: 0, style: '', mode: 'normal' as const, detail: 0 }
  return { ...node('paragraph'), textFormat: 0, textStyle: '', children: [words] }
}

function node(type: string) {
  return { type, version: 1, format: '' as const, indent: 0, direction: null }
}

/** A draft, unless `_status` says otherwise. */
export async function anArticle(data: Data<'content'> = {}) {
  const payload = await testPayload()
  return payload.create({
    collection: 'content',
    data: { title: `Article ${next()}`, audience: 'public', locale: 'en', _status: 'draft', ...data },
    depth: 0,
    draft: data._status !== 'published',
    overrideAccess: true,
  })
}

/** A draft, unless `_status` says otherwise. */
export async function aPage(data: Data<'pages'> = {}) {
  const payload = await testPayload()
  return payload.create({
    collection: 'pages',
    data: { title: `Page ${next()}`, locale: 'en', _status: 'draft', ...data },
    depth: 0,
    draft: data._status !== 'published',
    overrideAccess: true,
  })
}

export async function aCategory(data: Data<'categories'> = {}) {
  const payload = await testPayload()
  return payload.create({
    collection: 'categories',
    data: { name: `Category ${next()}`, ...data },
    depth: 0,
    overrideAccess: true,
  })
}

export async function aTag(data: Data<'tags'> = {}) {
  const payload = await testPayload()
  return payload.create({
    collection: 'tags',
    data: { name: `Tag ${next()}`, origin: 'user', ...data },
    depth: 0,
    overrideAccess: true,
  })
}

export async function aRedirect(data: Data<'redirects'> = {}) {
  const payload = await testPayload()
  return payload.create({
    collection: 'redirects',
    data: { from: `/old-${next()}`, to: '/new', statusCode: '301', origin: 'user', ...data },
    depth: 0,
    overrideAccess: true,
  })
}

export async function aQuote(data: Data<'market-quotes'> = {}) {
  const payload = await testPayload()
  const given = { name: 'Bitcoin', price: '64250.25', currency: 'USD', source: 'manual' }
  return payload.create({
    collection: 'market-quotes',
    data: { symbol: `Q${next()}`, asOf: '2026-11-21T00:00:00.000Z', ...given, ...data },
    depth: 0,
    overrideAccess: true,
  })
}

export async function aContactMessage(data: Data<'contact-messages'> = {}) {
  const payload = await testPayload()
  return payload.create({
    collection: 'contact-messages',
    data: {
      name: 'Mo',
      email: 'mo@example.com',
      message: 'Words',
      recipient: 'desk@example.com',
      ...data,
    },
    depth: 0,
    overrideAccess: true,
  })
}

export async function anImportedComment(data: Data<'imported-comments'> = {}) {
  const payload = await testPayload()
  return payload.create({
    collection: 'imported-comments',
    data: {
      importer: 'test',
      key: next(),
      documentKey: 'a-post',
      kind: 'comment',
      state: 'approved',
      text: 'Words',
      ...data,
    },
    depth: 0,
    overrideAccess: true,
  })
}

/** An upload that nobody has looked through yet. */
export async function anImport(data: Data<'imports'> = {}) {
  const payload = await testPayload()
  const file = data.file ?? (await aFile()).id
  return payload.create({
    collection: 'imports',
    data: { name: `site-${next()}.json`, kind: 'ghost', state: 'new', ...data, file },
    depth: 0,
    overrideAccess: true,
  })
}

export async function anImportItem(data: Data<'import-items'> = {}) {
  const payload = await testPayload()
  const owner = data.import ?? (await anImport()).id
  return payload.create({
    collection: 'import-items',
    data: { target: 'content', targetId: next(), ...data, import: owner },
    depth: 0,
    overrideAccess: true,
  })
}
