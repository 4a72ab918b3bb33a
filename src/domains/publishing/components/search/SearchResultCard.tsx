import { cn } from '@/src/components/cn'
import { populated, populatedAll } from '../../populated'
import type { FoundArticle } from '../../search/searchArticles'
import { Facts } from '../ArticleCard'
import { CategoryLabel } from '../CategoryLabel'
import { languageOf } from '../languageOf'
import { MediaPicture } from '../MediaPicture'
import { MarkedText } from './MarkedText'

/** A found article: its title, and where the words stand in it. */
export function SearchResultCard({ article }: { article: FoundArticle }) {
  const cover = populated(article.cover)
  const [category] = populatedAll(article.categories)
  return (
    <article
      {...languageOf(article.locale)}
      className={cn(
        'group relative',
        cover && 'grid grid-cols-[minmax(0,1fr)_clamp(5rem,24%,11rem)] items-start gap-x-5 sm:gap-x-8',
      )}
    >
      <div className="min-w-0">
        {category && <CategoryLabel category={category} />}
        <h2 className={cn('headline text-xl', category && 'mt-1')}>
          <a href={article.path} className="stretched quiet-link">
            <MarkedText parts={article.titleParts} />
          </a>
        </h2>
        {article.snippet.length > 0 && (
          <p className="mt-2 line-clamp-4 max-w-prose font-serif text-md text-ink-soft">
            <MarkedText parts={article.snippet} />
          </p>
        )}
        <Facts article={article} />
      </div>
      {cover && (
        <figure className="overflow-hidden rounded-sm bg-paper-sunk">
          <MediaPicture
            media={cover}
            sizes="(min-width: 45rem) 11rem, 24vw"
            isDecorative
            className="aspect-[4/3] w-full object-cover"
          />
        </figure>
      )}
    </article>
  )
}
