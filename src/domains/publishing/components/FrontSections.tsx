import type { FrontSection } from '../findFrontPage'
import { categoryPath } from '../paths'
import { ArticleCard } from './ArticleCard'
import { CategorySwatch } from './CategoryLabel'

/** The front page's sections: of each its newest article with a picture, then the next in brief. */
export function FrontSections({ sections }: { sections: FrontSection[] }) {
  return (
    <div className="shell mt-section grid gap-x-12 gap-y-section lg:grid-cols-2">
      {sections.map(({ category, articles: [first, ...others] }) => (
        <section key={category.id} aria-labelledby={`section-${category.slug}`}>
          <h2 id={`section-${category.slug}`} className="border-t-2 border-rule-strong pt-3 pb-5">
            <a
              href={categoryPath(category)}
              className="headline quiet-link inline-flex items-center gap-2.5 text-xl"
            >
              <CategorySwatch colour={category.colour} />
              {category.name}
            </a>
          </h2>
          {first && <ArticleCard article={first} variant="row" hasCategory={false} />}
          <ul className="mt-6 divide-y divide-rule border-t border-rule">
            {others.map((article) => (
              <li key={article.id} className="py-4">
                <ArticleCard article={article} variant="brief" hasCategory={false} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
