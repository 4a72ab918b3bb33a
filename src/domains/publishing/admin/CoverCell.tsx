import type { DefaultServerCellComponentProps, Payload } from 'payload'
import { cache } from 'react'
import { renditionsOf } from '@/src/domains/media'
import { oneQuery } from '@/src/platform/admin/oneQuery'
import { RowLink } from '@/src/platform/admin/RowLink'

/** The cover as a small picture. */
export async function CoverCell({
  cellData,
  collectionSlug,
  payload,
  rowData,
}: DefaultServerCellComponentProps) {
  const media = typeof cellData === 'string' ? await coversOf(payload)(cellData) : undefined
  const url = media ? renditionsOf(media).thumb?.url : undefined
  return (
    <RowLink collection={collectionSlug} id={String(rowData.id)} isTrashed={Boolean(rowData.deletedAt)}>
      <span className="mh-cover">
        {url ? (
          // biome-ignore lint/performance/noImgElement: a thumbnail of its size already
          <img alt="" height={36} loading="lazy" src={url} width={54} />
        ) : null}
      </span>
    </RowLink>
  )
}

const coversOf = cache((payload: Payload) =>
  oneQuery(async (ids) => {
    // Media are public: nobody's authority is needed to see them.
    const { docs } = await payload.find({
      collection: 'media',
      where: { id: { in: ids } },
      depth: 0,
      pagination: false,
      overrideAccess: false,
      select: { filename: true, mimeType: true, width: true, height: true, focalX: true, focalY: true },
    })
    return docs
  }),
)
