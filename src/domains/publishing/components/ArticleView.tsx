import type { RichText as RichTextValue } from '../editor/richText'
import type { ArticlePage } from '../findArticleBySlug'
import type { ArticleNeighbours } from '../findArticleNeighbours'
import type { ShownQuote } from '../listMarketQuotes'
import { populatedAll } from '../populated'
import type { Translation } from '../seo/findTranslations'
import { ArticleEnd } from './ArticleEnd'
import { ArticleHeader } from './ArticleHeader'
import { languageOf } from './languageOf'
import { PaywallPanel } from './PaywallPanel'
import type { SignUpSlot } from './richText/context'
import type { RichTextPlan } from './richText/planRichText'
import { RichText } from './richText/RichText'
import { contentsOf, TableOfContents } from './TableOfContents'

interface ArticleViewProps {
  found: ArticlePage
  /** The article in all its languages. */
  translations?: Translation[]
  plan: RichTextPlan
  neighbours: ArticleNeighbours
  quotes: ShownQuote[]
  /** Where memberships are explained, when the site has such a page. */
  plansHref: string | null
  signUp?: SignUpSlot
}

/** A whole article: what it is, its text as far as the reader may read it, and where to go on. */
export function ArticleView({ found, plan, neighbours, quotes, ...props }: ArticleViewProps) {
  const { translations, plansHref, signUp } = props
  const { article, authors, isCut } = found
  const [category] = populatedAll(article.categories)
  const text = isCut ? article.preview : article.body
  return (
    <article {...languageOf(article.locale)}>
      <ArticleHeader article={article} authors={authors} category={category} translations={translations} />
      <div className="shell relative">
        <TableOfContents headings={contentsOf(plan)} />
        <RichText value={text as RichTextValue | null} plan={plan} quotes={quotes} signUp={signUp} />
        {isCut && article.audience !== 'public' && (
          <PaywallPanel audience={article.audience} plansHref={plansHref} />
        )}
      </div>
      <ArticleEnd article={article} authors={authors} neighbours={neighbours} />
    </article>
  )
}
