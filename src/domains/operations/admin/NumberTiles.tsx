import { Link } from '@payloadcms/ui'
import type { Numbers } from '../readNumbers'

export function NumberTiles({ adminRoute, numbers }: { adminRoute: string; numbers: Numbers }) {
  const articles = `${adminRoute}/collections/content`
  const tiles = [
    { label: 'Published this week', value: numbers.publishedThisWeek, href: `${articles}?sort=-publishedAt` },
    {
      label: 'Published articles',
      value: numbers.published,
      href: `${articles}?where[or][0][and][0][_status][equals]=published`,
    },
    {
      label: 'Drafts',
      value: numbers.drafts,
      href: `${articles}?where[or][0][and][0][_status][equals]=draft`,
    },
    { label: 'Media files', value: numbers.media, href: `${adminRoute}/collections/media` },
  ]
  return (
    <ul className="mh-tiles">
      {tiles.map(({ label, value, href }) => (
        <li key={label}>
          <Link className="mh-tile" href={href} prefetch={false}>
            <span className="mh-tile__value">{value.toLocaleString('en')}</span>
            <span className="mh-tile__label">{label}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
