import type { PayloadRequest } from 'payload'
import { readPicture } from '@/src/domains/media'
import { asUser } from '@/src/platform/authority'
import { AppError, NotFoundError } from '@/src/platform/errors'
import { log } from '@/src/platform/log'
import { mediaSelect } from '../listArticles'
import { populatedAll } from '../populated'
import { coverFrame, logoFrame } from './Card'
import { type CardPlan, cardOf } from './cardOf'
import { drawApart } from './drawApart'
import { keepDrawn, readDrawn } from './drawnFiles'
import { inTurn } from './inTurn'

interface FindDrawnCardInput {
  /** Of the article. */
  id: string
  version: string
}

/**
 * The picture of a published article: the kept one, or a new one, drawn one at a time.
 * @returns its bytes, or the version that is current where another was asked for.
 * @throws NotFoundError, AppError DRAWING_BUSY
 */
export async function findDrawnCard(
  req: PayloadRequest,
  { id, version }: FindDrawnCardInput,
): Promise<{ version: string; jpeg?: Buffer }> {
  const plan = await planCard(req, id)
  if (plan.version !== version) return { version: plan.version }
  const kept = await readDrawn(version)
  return { version, jpeg: kept ?? (await inTurn(version, () => draw(plan))) }
}

async function draw({ card, cover, logo, version }: CardPlan): Promise<Buffer> {
  const [coverPicture, logoPicture] = await Promise.all([
    cover && readPicture(cover, coverFrame),
    logo && readPicture(logo, logoFrame),
  ])
  const pictures = { cover: coverPicture?.png, logo: logoPicture ?? undefined }
  const jpeg = await drawApart(card, pictures).catch((error: unknown) => {
    log.error({ err: error, version }, 'A picture could not be drawn')
    throw new AppError('DRAWING_BUSY', 'The picture could not be drawn just now.', 503)
  })
  await keepDrawn(version, jpeg)
  return jpeg
}

async function planCard(req: PayloadRequest, id: string): Promise<CardPlan> {
  const authority = asUser(req)
  const [{ docs }, settings] = await Promise.all([
    req.payload.find({
      collection: 'content',
      where: {
        and: [
          { id: { equals: id } },
          { _status: { equals: 'published' } },
          { archivedAt: { exists: false } },
        ],
      },
      select: {
        title: true,
        locale: true,
        cover: true,
        categories: true,
        authors: true,
        publishedAt: true,
        updatedAt: true,
      },
      populate: { media: mediaSelect },
      limit: 1,
      depth: 1,
      pagination: false,
      ...authority,
    }),
    req.payload.findGlobal({ slug: 'site-settings', depth: 1, ...authority }),
  ])
  const [article] = docs
  if (!article) throw new NotFoundError('Picture')
  return cardOf({ article, authors: populatedAll(article.authors), settings })
}
