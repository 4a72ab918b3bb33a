'use client'

import { ExternalLinkIcon, useDocumentInfo, useFormFields } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { type DocumentState, StatusBadge } from '@/src/platform/admin/StatusBadge'
import { siteAddress } from '@/src/platform/admin/siteAddress'
import type { RichText } from '../editor/richText'
import { countWords, minutesOfWords } from '../readingMinutes'

interface GlanceProps {
  /** The address, with `…` where the slug goes. */
  address: string
}

/** At the top of the sidebar: whether readers see it, where, and how long it is. */
export function Glance({ address }: GlanceProps) {
  const { hasPublishedDoc, unpublishedVersionCount } = useDocumentInfo()
  const slug = useFormFields(([fields]) => fields.slug?.value) as string | undefined
  const locale = useFormFields(([fields]) => fields.locale?.value) as string | undefined
  const isArchived = Boolean(useFormFields(([fields]) => fields.archivedAt?.value))
  const isVisible = hasPublishedDoc && !isArchived
  return (
    <div className="mh-glance">
      <div className="mh-glance__row">
        <StatusBadge state={stateOf(isArchived, hasPublishedDoc, unpublishedVersionCount)} />
        {isVisible && slug ? (
          <a href={siteAddress(address, slug, locale)} rel="noopener" target="_blank">
            View on site <ExternalLinkIcon />
          </a>
        ) : (
          <span className="mh-glance__quiet">Not on the site</span>
        )}
      </div>
      <Length />
    </div>
  )
}

function stateOf(isArchived: boolean, isPublished: boolean, newerVersions: number): DocumentState {
  if (isArchived) return 'archived'
  if (!isPublished) return 'draft'
  return newerVersions > 0 ? 'changed' : 'published'
}

/** Counting a long article on every key would be felt. */
const countAfterMs = 800

function Length() {
  const body = useFormFields(([fields]) => fields.body?.value) as RichText | undefined
  const [words, setWords] = useState<number | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => setWords(body?.root ? countWords(body) : 0), countAfterMs)
    return () => clearTimeout(timer)
  }, [body])
  if (!words) return null
  return (
    <p className="mh-glance__quiet">
      {words.toLocaleString('en')} {words === 1 ? 'word' : 'words'} · {minutesOfWords(words)} min to read
    </p>
  )
}
