'use client'

import { Link, useConfig, useListDrawerContext } from '@payloadcms/ui'
import type { ReactNode } from 'react'

interface RowLinkProps {
  collection: string
  id: string
  isTrashed: boolean
  children: ReactNode
}

/** A cell that opens its document, or chooses it where the list is shown to choose from. */
export function RowLink({ collection, id, isTrashed, children }: RowLinkProps) {
  const { config } = useConfig()
  const { isInDrawer, onSelect } = useListDrawerContext()
  if (isInDrawer)
    return (
      <button
        className="default-cell__first-cell"
        onClick={() => onSelect?.({ collectionSlug: collection as never, doc: { id }, docID: id })}
        type="button"
      >
        {children}
      </button>
    )
  const trash = isTrashed ? '/trash' : ''
  return (
    <Link href={`${config.routes.admin}/collections/${collection}${trash}/${id}`} prefetch={false}>
      {children}
    </Link>
  )
}
