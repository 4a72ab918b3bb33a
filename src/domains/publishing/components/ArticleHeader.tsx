import type { Category, Content, Profile } from '@/payload-types'
import { populated } from '../populated'
import type { Translation } from '../seo/findTranslations'
import { Avatar } from './Avatar'
import { Byline } from './Byline'
import { CategoryLabel } from './CategoryLabel'
import { formatDate } from './formatDate'
import { MediaPicture } from './MediaPicture'
import { OtherLanguages } from './OtherLanguages'
import { Caption } from './richText/Upload'

interface ArticleHeaderProps {
  article: Content
  authors: Profile[]
  category: Category | undefined
  /** The article in all its languages, where there are several. */
  translations?: Translation[]
}

/** A change this long after the publication is worth telling, but an import of what is old is none. */
const updatedAfterMs = 24 * 60 * 60 * 1000

export function ArticleHeader({ article, authors, category, translations = [] }: ArticleHeaderProps) {
  const cover = populated(article.cover)
  return (
    <header>
      <div className="shell pt-8 pb-8 sm:pt-14 sm:pb-10">
        <div className="mx-auto max-w-measure-wide lg:pl-[calc((var(--measure-wide)-var(--measure))/2)]">
          {category && <CategoryLabel category={category} />}
          <h1 className="display mt-3 text-4xl">{article.title}</h1>
          {article.excerpt && (
            <p className="mt-5 max-w-measure font-serif text-xl leading-snug text-ink-soft">
              {article.excerpt}
            </p>
          )}
          <Facts article={article} authors={authors} />
          <OtherLanguages translations={translations} locale={article.locale} />
        </div>
      </div>
      {cover && (
        <figure className="shell mb-10 sm:mb-14">
          <MediaPicture
            media={cover}
            sizes="(min-width: 80rem) 78rem, 100vw"
            isFirst
            className="max-h-[44rem] w-full rounded-sm object-cover"
          />
          <div className="mt-3 text-xs text-ink-soft empty:hidden [&_figcaption]:leading-snug">
            <Caption caption={cover.caption} credit={cover.credit} />
          </div>
        </figure>
      )}
    </header>
  )
}

function Facts({ article, authors }: { article: Content; authors: Profile[] }) {
  const { publishedAt, createdAt, updatedAt, readingMinutes, locale } = article
  return (
    <div className="mt-7 flex items-center gap-4 text-sm text-ink-soft">
      {authors.length > 0 && (
        <span className="flex -space-x-3">
          {authors.slice(0, 3).map((author) => (
            <Avatar key={author.id} picture={populated(author.avatar)} name={author.name} />
          ))}
        </span>
      )}
      <div>
        <Byline authors={authors} className="block" />
        <p className="flex flex-wrap gap-x-3">
          {publishedAt && <time dateTime={publishedAt}>{formatDate(publishedAt, locale)}</time>}
          {publishedAt && isLater(updatedAt, publishedAt) && isLater(updatedAt, createdAt) && (
            <span>
              Updated <time dateTime={updatedAt}>{formatDate(updatedAt, locale)}</time>
            </span>
          )}
          {readingMinutes && <span>{readingMinutes} min read</span>}
        </p>
      </div>
    </div>
  )
}

function isLater(updatedAt: string, moment: string): boolean {
  return new Date(updatedAt).getTime() - new Date(moment).getTime() > updatedAfterMs
}
