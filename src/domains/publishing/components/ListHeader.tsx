import { Rss } from 'lucide-react'
import type { ReactNode } from 'react'
import { Breadcrumbs, type Crumb } from '@/src/components/Breadcrumbs'
import { feedAddress, feedTypes } from '../feeds/feedAddress'

interface ListHeaderProps {
  crumbs: Crumb[]
  /** What kind of list it is. */
  kind: string
  title: string
  description?: string | null
  /** Path of the list, where it has feeds. */
  feeds?: string
  /** Left of the title. */
  mark?: ReactNode
  children?: ReactNode
}

/** Opens a list of articles: where one is, what it holds. */
export function ListHeader({ crumbs, kind, title, description, feeds, mark, children }: ListHeaderProps) {
  return (
    <div className="py-8 sm:py-12">
      <Breadcrumbs crumbs={crumbs} />
      <div className="mt-6 flex items-center gap-5 sm:gap-7">
        {mark}
        <div>
          <p className="label text-ink-soft">{kind}</p>
          <h1 className="display mt-1 text-4xl">{title}</h1>
        </div>
      </div>
      {description && <p className="mt-5 max-w-prose font-serif text-lg text-ink-soft">{description}</p>}
      {feeds && (
        <a
          href={feedAddress(feeds)}
          type={feedTypes.rss}
          className="quiet-link mt-4 inline-flex min-h-9 items-center gap-2 text-sm text-ink-soft hover:text-ink"
        >
          <Rss size={15} aria-hidden="true" /> Follow {title} by feed
        </a>
      )}
      {children}
    </div>
  )
}
