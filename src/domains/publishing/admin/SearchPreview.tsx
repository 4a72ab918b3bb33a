'use client'

import { useConfig, useFormFields } from '@payloadcms/ui'
import { siteAddress } from '@/src/platform/admin/siteAddress'

/** Characters that a result page has room for. */
const room = { title: 60, description: 160 }

/** How a search engine would show the document, as it is being written. */
export function SearchPreview({ address }: { address: string }) {
  const { config } = useConfig()
  const text = (path: string) =>
    // biome-ignore lint/correctness/useHookAtTopLevel: called once for each field, always in the same order
    (useFormFields(([fields]) => fields[path]?.value) as string | undefined)?.trim() ?? ''
  const ownTitle = text('seo.title')
  const title = text('title')
  const ownDescription = text('seo.description')
  const excerpt = text('excerpt')
  const slug = text('slug')
  const locale = text('locale')
  const shown = { title: ownTitle || title, description: ownDescription || excerpt }
  const crumbs = siteAddress(address, slug || '…', locale)
    .split('/')
    .filter(Boolean)
  return (
    <div className="mh-search-preview">
      <p className="mh-search-preview__label">In search results</p>
      <div className="mh-search-preview__card">
        <p className="mh-search-preview__site">{[host(config.serverURL), ...crumbs].join(' › ')}</p>
        <p className="mh-search-preview__title">{cut(shown.title, room.title) || 'Untitled'}</p>
        <p className="mh-search-preview__text">
          {cut(shown.description, room.description) || 'Search engines choose a passage of the text.'}
        </p>
      </div>
      <p className="mh-search-preview__counts">
        <Count length={shown.title.length} name="Title" room={room.title} />
        <Count length={shown.description.length} name="Description" room={room.description} />
      </p>
    </div>
  )
}

function Count({ name, length, room }: { name: string; length: number; room: number }) {
  const isLong = length > room
  return (
    <span className={isLong ? 'mh-count mh-count--over' : 'mh-count'}>
      {name}: {length} of {room} characters{isLong ? ', the rest is cut off' : ''}
    </span>
  )
}

function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1).trimEnd()}…` : text
}

function host(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address
}
