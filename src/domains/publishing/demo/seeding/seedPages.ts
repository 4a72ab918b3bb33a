import type { PayloadRequest } from 'payload'
import type { Page } from '@/payload-types'
import { asSystem } from '@/src/platform/authority'
import { type DemoBlock, type DemoImage, pages } from '../pages'
import { findStored } from './findStored'
import { paragraphsOf } from './paragraphsOf'
import { storeDemoImage } from './storeDemoImage'

type LayoutBlock = NonNullable<Page['layout']>[number]

const firstPublished = '2025-09-30T07:00:00.000Z'

export async function seedPages(req: PayloadRequest): Promise<number> {
  let created = 0
  for (const { slug, title, description, layout } of pages) {
    if (await findStored(req, 'pages', { slug: { equals: slug } })) continue
    const blocks: LayoutBlock[] = []
    for (const block of layout) blocks.push(await stored(req, block))
    // The seeder acts for the installation; nobody is signed in.
    await req.payload.create({
      collection: 'pages',
      data: {
        slug,
        title,
        locale: 'en',
        layout: blocks,
        seo: { description },
        publishedAt: firstPublished,
        _status: 'published',
      },
      depth: 0,
      ...asSystem(req),
    })
    created += 1
  }
  return created
}

/** The block as it is stored: pictures by their ids, words as rich text. */
async function stored(req: PayloadRequest, block: DemoBlock): Promise<LayoutBlock> {
  const picture = async (image: DemoImage | undefined) => (image ? storeDemoImage(req, image) : undefined)
  switch (block.blockType) {
    case 'hero':
      return { ...block, image: await picture(block.image) }
    case 'richText':
      return { blockType: 'richText', content: paragraphsOf(block.paragraphs) }
    case 'features': {
      const items = []
      for (const item of block.items) items.push({ ...item, image: await picture(item.image) })
      return { ...block, items }
    }
    case 'pricing':
    case 'callToAction':
    case 'contactForm':
      return block
    default:
      return block satisfies never
  }
}
