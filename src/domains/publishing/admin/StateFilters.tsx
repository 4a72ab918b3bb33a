'use client'

import { useAuth, useListQuery } from '@payloadcms/ui'
import type { Where } from 'payload'

interface Filter {
  label: string
  where: Where
}

/** The questions asked most often of a list of documents, one click each. */
export function StateFilters({ collectionSlug }: { collectionSlug: string }) {
  const { query, handleWhereChange } = useListQuery()
  const { user } = useAuth<{ id: string; role: string }>()
  const mayAskByOwner = collectionSlug === 'content' && user?.role !== 'author'
  const filters = mayAskByOwner && user ? [...states, mine(user.id)] : states
  const current = JSON.stringify(query.where ?? {})
  return (
    <nav aria-label="Filters" className="mh-filters">
      {filters.map(({ label, where }) => {
        const isActive = JSON.stringify(where) === current
        return (
          <button
            aria-pressed={isActive}
            className="mh-filter"
            key={label}
            onClick={() => void handleWhereChange?.(where)}
            type="button"
          >
            {label}
          </button>
        )
      })}
    </nav>
  )
}

/** In the shape that the panel's own filters have, so that they show there too. */
function all(...conditions: Where[]): Where {
  return { or: [{ and: conditions }] }
}

const notArchived: Where = { archivedAt: { exists: false } }

const states: Filter[] = [
  { label: 'All', where: {} },
  { label: 'Drafts and changes', where: all({ _status: { equals: 'draft' } }) },
  { label: 'Published', where: all({ _status: { equals: 'published' } }, notArchived) },
  { label: 'Archived', where: all({ archivedAt: { exists: true } }) },
]

function mine(id: string): Filter {
  return { label: 'Mine', where: all({ user: { equals: id } }) }
}
