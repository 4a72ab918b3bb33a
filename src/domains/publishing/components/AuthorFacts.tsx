import { Globe, MapPin } from 'lucide-react'
import type { Profile } from '@/payload-types'
import { safeHref } from './richText/safeHref'

/** Where an author is found, on the map and on the web. */
export function AuthorFacts({ author: { location, website, links } }: { author: Profile }) {
  const all = [
    ...(website
      ? [{ id: 'website', label: website.replace(/^https?:\/\/(www\.)?|\/$/g, ''), url: website }]
      : []),
    ...(links ?? []),
  ]
  if (!location && all.length === 0) return null
  return (
    <ul className="mt-5 flex flex-wrap gap-x-6 gap-y-1 text-sm text-ink-soft">
      {location && (
        <li className="inline-flex items-center gap-1.5 py-1">
          <MapPin size={15} aria-hidden="true" /> {location}
        </li>
      )}
      {all.map(({ id, label, url }) => (
        <li key={id ?? url}>
          <a
            href={safeHref(url)?.href}
            rel="me noopener noreferrer"
            className="quiet-link inline-flex items-center gap-1.5 py-1 hover:text-ink"
          >
            {id === 'website' && <Globe size={15} aria-hidden="true" />} {label}
          </a>
        </li>
      ))}
    </ul>
  )
}
