'use client'

import { useListQuery } from '@payloadcms/ui'
import type { Where } from 'payload'

export interface ListFilter {
  label: string
  /** In the shape that the panel's own filters have, so that they show there too. */
  where: Where
}

/** The questions asked most often of a list of documents, one click each. */
export function FilterButtons({ filters }: { filters: ListFilter[] }) {
  const { query, handleWhereChange } = useListQuery()
  const current = JSON.stringify(query.where ?? {})
  return (
    <nav aria-label="Filters" className="mh-filters">
      {filters.map(({ label, where }) => (
        <button
          aria-pressed={JSON.stringify(where) === current}
          className="mh-filter"
          key={label}
          onClick={() => void handleWhereChange?.(where)}
          type="button"
        >
          {label}
        </button>
      ))}
    </nav>
  )
}
