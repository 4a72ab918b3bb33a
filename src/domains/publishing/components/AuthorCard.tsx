import type { Profile } from '@/payload-types'
import { authorPath } from '../paths'
import { populated } from '../populated'
import { Avatar } from './Avatar'

/** Who wrote it, at the end of an article. */
export function AuthorCard({ author }: { author: Profile }) {
  return (
    <section aria-label={`About ${author.name}`} className="flex gap-5 border-t border-rule-strong py-7">
      <Avatar picture={populated(author.avatar)} name={author.name} size="lg" />
      <div className="min-w-0">
        <p className="label text-ink-soft">Written by</p>
        <p className="headline mt-0.5 text-lg">
          <a href={authorPath(author)} rel="author" className="quiet-link">
            {author.name}
          </a>
        </p>
        {author.bio && <p className="mt-2 max-w-prose text-sm text-ink-soft">{author.bio}</p>}
      </div>
    </section>
  )
}
