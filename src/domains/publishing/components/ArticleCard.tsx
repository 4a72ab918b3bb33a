import { Lock } from 'lucide-react'
import type { Media } from '@/payload-types'
import { cn } from '@/src/components/cn'
import type { ArticleSummary } from '../listArticles'
import { articlePath } from '../paths'
import { populated, populatedAll } from '../populated'
import { Byline } from './Byline'
import { CategoryLabel } from './CategoryLabel'
import { formatDate } from './formatDate'
import { languageOf } from './languageOf'
import { MediaPicture } from './MediaPicture'

export interface ArticleCardProps {
  article: ArticleSummary
  /** `lead` opens a page, `stacked` stands in a grid, `row` in a list, `aside` beside a lead, `brief` has no picture. */
  variant?: 'lead' | 'stacked' | 'row' | 'aside' | 'brief'
  /** Level of the title among the page's headings. */
  level?: 2 | 3
  /** Left out where the whole list is of one section. */
  hasCategory?: boolean
  isFirst?: boolean
}

const pictureSizes = {
  lead: '(min-width: 64rem) 50rem, 100vw',
  stacked: '(min-width: 64rem) 25rem, (min-width: 40rem) 50vw, 100vw',
  row: '(min-width: 40rem) 15rem, 34vw',
  aside: '8rem',
  brief: '0px',
}

/** An article in a list: one link, which the whole card stretches. */
export function ArticleCard(props: ArticleCardProps) {
  const { article, variant = 'stacked', level = 3, hasCategory = true, isFirst } = props
  const cover = variant === 'brief' ? null : populated(article.cover)
  const [category] = populatedAll(article.categories)
  const Title = `h${level}` as const
  return (
    <article
      {...languageOf(article.locale)}
      className={cn('group relative', layouts[variant], !cover && 'block')}
    >
      {cover && <Cover cover={cover} variant={variant} isFirst={isFirst} />}
      <div className={cn('min-w-0', variant === 'stacked' && cover && 'mt-4')}>
        {hasCategory && category && <CategoryLabel category={category} />}
        <Title className={cn(titles[variant], hasCategory && category && 'mt-1.5')}>
          <a href={articlePath(article)} className="stretched quiet-link">
            {article.title}
          </a>
        </Title>
        {article.excerpt && variant !== 'brief' && (
          <p className={cn('mt-2.5 text-ink-soft', excerpts[variant])}>{article.excerpt}</p>
        )}
        <Facts article={article} isBrief={variant === 'brief'} />
      </div>
    </article>
  )
}

const layouts = {
  lead: 'grid content-start gap-5',
  stacked: '',
  row: 'grid grid-cols-[minmax(0,1fr)_clamp(6rem,32%,15rem)] items-start gap-x-5 sm:gap-x-8 [&>figure]:order-last',
  aside: 'grid grid-cols-[minmax(0,1fr)_clamp(6.5rem,34%,8.5rem)] items-start gap-x-5 [&>figure]:order-last',
  brief: '',
}

const titles = {
  lead: 'display text-4xl',
  stacked: 'headline text-xl',
  row: 'headline text-xl',
  aside: 'headline text-lg',
  brief: 'headline text-lg',
}

const excerpts = {
  lead: 'max-w-prose font-serif text-lg leading-normal',
  stacked: 'line-clamp-3 text-sm',
  row: 'line-clamp-3 text-sm max-sm:hidden',
  aside: 'hidden',
  brief: '',
}

const shapes = {
  lead: 'aspect-[16/9] lg:aspect-[3/2]',
  stacked: 'aspect-[16/9]',
  row: 'aspect-[4/3]',
  aside: 'aspect-[4/3]',
  brief: '',
}

function Cover({
  cover,
  variant,
  isFirst,
}: {
  cover: Media
  variant: keyof typeof layouts
  isFirst?: boolean
}) {
  const shape = shapes[variant]
  return (
    <figure className="overflow-hidden rounded-sm bg-paper-sunk">
      <MediaPicture
        media={cover}
        sizes={pictureSizes[variant]}
        isFirst={isFirst}
        isDecorative
        className={cn('w-full object-cover', shape)}
      />
    </figure>
  )
}

/** Who wrote it, when, how long it takes and whom it is for. */
export function Facts({ article, isBrief = false }: { article: ArticleSummary; isBrief?: boolean }) {
  const authors = populatedAll(article.authors)
  return (
    <p className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-ink-soft">
      {!isBrief && <Byline authors={authors} />}
      {article.publishedAt && (
        <time dateTime={article.publishedAt}>{formatDate(article.publishedAt, article.locale)}</time>
      )}
      {!isBrief && article.readingMinutes && <span>{article.readingMinutes} min</span>}
      {article.audience !== 'public' && (
        <span className="inline-flex items-center gap-1">
          <Lock size={12} aria-hidden="true" />
          {article.audience === 'members' ? 'Members' : 'Paid'}
        </span>
      )}
    </p>
  )
}
