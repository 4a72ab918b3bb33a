import type { ArticleSummary } from '../../listArticles'
import type { CategoryNode } from '../../listCategories'
import { categoryPath } from '../../paths'
import { ArticleCard } from '../ArticleCard'
import { CategorySwatch } from '../CategoryLabel'

interface SearchStartProps {
  latest: ArticleSummary[]
  sections: CategoryNode[]
}

/** Where to go on from a search that has nothing to show yet, or found nothing. */
export function SearchStart({ latest, sections }: SearchStartProps) {
  return (
    <div className="grid gap-x-14 gap-y-10 lg:grid-cols-[14rem_minmax(0,1fr)]">
      {sections.length > 0 && (
        <nav aria-label="Sections">
          <h2 className="label border-t border-rule-strong pt-4 text-ink-soft">Sections</h2>
          <ul className="mt-2 grid text-md max-lg:grid-cols-2">
            {sections.map((section) => (
              <li key={section.id}>
                <a href={categoryPath(section)} className="quiet-link flex items-center gap-2.5 py-1.5">
                  <CategorySwatch colour={section.colour} />
                  {section.name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {latest.length > 0 && (
        <section className="min-w-0">
          <h2 className="label border-t border-rule-strong pt-4 text-ink-soft">Latest articles</h2>
          <ul className="divide-y divide-rule">
            {latest.map((article) => (
              <li key={article.id} className="py-6">
                <ArticleCard article={article} variant="row" level={3} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
