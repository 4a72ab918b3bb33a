'use client'

import { useAuth } from '@payloadcms/ui'
import type { Where } from 'payload'
import { FilterButtons, type ListFilter } from '@/src/platform/admin/FilterButtons'

/** The states of articles and pages, and one's own. */
export function StateFilters({ collectionSlug }: { collectionSlug: string }) {
  const { user } = useAuth<{ id: string; role: string }>()
  const mayAskByOwner = collectionSlug === 'content' && user?.role !== 'author'
  return <FilterButtons filters={mayAskByOwner && user ? [...states, mine(user.id)] : states} />
}

function all(...conditions: Where[]): Where {
  return { or: [{ and: conditions }] }
}

const notArchived: Where = { archivedAt: { exists: false } }

const states: ListFilter[] = [
  { label: 'All', where: {} },
  { label: 'Drafts and changes', where: all({ _status: { equals: 'draft' } }) },
  { label: 'Published', where: all({ _status: { equals: 'published' } }, notArchived) },
  { label: 'Archived', where: all({ archivedAt: { exists: true } }) },
]

function mine(id: string): ListFilter {
  return { label: 'Mine', where: all({ user: { equals: id } }) }
}
