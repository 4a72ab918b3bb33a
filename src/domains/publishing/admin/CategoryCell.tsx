import type { DefaultServerCellComponentProps, Payload } from 'payload'
import { cache } from 'react'
import { RowLink } from '@/src/platform/admin/RowLink'

/** A category with its colour, below the names of those it is in. */
export async function CategoryCell({
  cellData,
  collectionSlug,
  payload,
  rowData,
}: DefaultServerCellComponentProps) {
  const categories = await categoriesOf(payload)
  const self = categories.get(String(rowData.id))
  return (
    <RowLink collection={collectionSlug} id={String(rowData.id)} isTrashed={Boolean(rowData.deletedAt)}>
      <span className="mh-name">
        <span className="mh-dot" style={{ background: self?.colour ?? 'var(--theme-elevation-200)' }} />
        {namesAbove(categories, self?.parent).map((name) => (
          <span className="mh-name__above" key={name}>
            {name} ›{' '}
          </span>
        ))}
        {cellData}
      </span>
    </RowLink>
  )
}

type Category = { name: string; colour?: string | null; parent?: string | { id: string } | null }

function namesAbove(categories: Map<string, Category>, parent: Category['parent'], depth = 0): string[] {
  const found = categories.get(typeof parent === 'object' ? (parent?.id ?? '') : (parent ?? ''))
  if (!found || depth > 8) return []
  return [...namesAbove(categories, found.parent, depth + 1), found.name]
}

const categoriesOf = cache(async (payload: Payload): Promise<Map<string, Category>> => {
  // Categories are public: nobody's authority is needed to see them.
  const { docs } = await payload.find({
    collection: 'categories',
    depth: 0,
    pagination: false,
    overrideAccess: false,
    select: { name: true, colour: true, parent: true },
  })
  return new Map(docs.map((doc) => [doc.id, doc]))
})
