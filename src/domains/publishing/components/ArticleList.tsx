import { Pagination } from '@/src/components/Pagination'
import type { ArticleList as ArticleListData } from '../listArticles'
import { ArticleCard } from './ArticleCard'

interface ArticleListProps {
  list: ArticleListData
  /** Path of the list, for its further pages. */
  path: string
  hasCategory?: boolean
  emptyText: string
}

/** One page of a list of articles, with the way to the others. */
export function ArticleList({ list, path, hasCategory, emptyText }: ArticleListProps) {
  if (list.articles.length === 0) return <p className="py-section text-ink-soft">{emptyText}</p>
  return (
    <>
      <ul className="divide-y divide-rule border-t border-rule-strong">
        {list.articles.map((article, index) => (
          <li key={article.id} className="py-7">
            <ArticleCard
              article={article}
              variant="row"
              level={2}
              hasCategory={hasCategory}
              isFirst={index === 0}
            />
          </li>
        ))}
      </ul>
      <Pagination page={list.page} totalPages={list.totalPages} path={path} />
    </>
  )
}
