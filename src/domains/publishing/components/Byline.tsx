import { Fragment } from 'react'
import type { Profile } from '@/payload-types'
import { cn } from '@/src/components/cn'
import { authorPath } from '../paths'

interface BylineProps {
  authors: Pick<Profile, 'id' | 'name' | 'username'>[]
  className?: string
}

/** “By Ann, Bob and Cleo”, each leading to their page. */
export function Byline({ authors, className }: BylineProps) {
  if (authors.length === 0) return null
  return (
    <span className={className}>
      By{' '}
      {authors.map((author, index) => (
        <Fragment key={author.id}>
          {index > 0 && (index === authors.length - 1 ? ' and ' : ', ')}
          <a
            href={authorPath(author)}
            rel="author"
            className={cn('quiet-link relative z-10 font-semibold text-ink')}
          >
            {author.name}
          </a>
        </Fragment>
      ))}
    </span>
  )
}
