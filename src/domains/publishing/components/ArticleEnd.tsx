import type { Content, Profile } from '@/payload-types'
import { env } from '@/src/platform/env'
import type { ArticleNeighbours } from '../findArticleNeighbours'
import type { ArticleSummary } from '../listArticles'
import { articlePath, tagPath } from '../paths'
import { populatedAll } from '../populated'
import { ArticleCard } from './ArticleCard'
import { AuthorCard } from './AuthorCard'
import { ShareLinks } from './ShareLinks'

interface ArticleEndProps {
  article: Content
  authors: Profile[]
  neighbours: ArticleNeighbours
}

/** Where a reader goes on: tags, authors, the articles before and after, and what is related. */
export function ArticleEnd({ article, authors, neighbours: { older, newer, related } }: ArticleEndProps) {
  const tags = populatedAll(article.tags)
  return (
    <div className="shell mt-12">
      <div className="mx-auto max-w-measure">
        <ShareLinks title={article.title} address={`${env.SITE_URL}${articlePath(article)}`} />
        {tags.length > 0 && (
          <ul aria-label="Tags" className="flex flex-wrap gap-2 pb-10">
            {tags.map((tag) => (
              <li key={tag.id}>
                <a
                  href={tagPath(tag)}
                  className="inline-flex min-h-8 items-center rounded-full border border-rule px-3.5 text-xs text-ink-soft hover:border-rule-strong hover:text-ink"
                >
                  {tag.name}
                </a>
              </li>
            ))}
          </ul>
        )}
        {authors.map((author) => (
          <AuthorCard key={author.id} author={author} />
        ))}
      </div>
      {(older || newer) && (
        <nav
          aria-label="Previous and next article"
          className="mt-6 grid border-y border-rule sm:grid-cols-2 sm:divide-x sm:divide-rule max-sm:divide-y max-sm:divide-rule"
        >
          <Neighbour article={older} label="Previous" rel="prev" />
          <Neighbour article={newer} label="Next" rel="next" />
        </nav>
      )}
      {related.length > 0 && (
        <section aria-labelledby="related" className="mt-section">
          <h2
            id="related"
            className="headline border-t-4 border-double border-rule-strong pt-4 pb-6 text-2xl"
          >
            Related
          </h2>
          <ul className="grid gap-x-10 gap-y-10 sm:grid-cols-2 lg:grid-cols-3">
            {related.map((other) => (
              <li key={other.id}>
                <ArticleCard article={other} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function Neighbour({
  article,
  label,
  rel,
}: {
  article: ArticleSummary | null
  label: string
  rel: 'prev' | 'next'
}) {
  if (!article) return <span className="max-sm:hidden" />
  return (
    <a
      href={articlePath(article)}
      rel={rel}
      className={`group block py-6 ${rel === 'next' ? 'sm:pl-8 sm:text-right' : 'sm:pr-8'}`}
    >
      <span className="label text-ink-soft">{label}</span>
      <span className="headline quiet-link mt-1 block text-lg">{article.title}</span>
    </a>
  )
}
