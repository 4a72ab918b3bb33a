import { Rss } from 'lucide-react'
import { buttonStyles } from '@/src/components/buttonStyles'
import { feedPath } from '../../paths'
import type { SignUpSlot } from '../richText/context'

interface NewsletterBlockProps {
  heading?: string | null
  text?: string | null
  /** Left out where there is nothing to sign up for. */
  signUp?: SignUpSlot
}

/** How to get what comes next: by mail, or where the site sends none, by feed. */
export function NewsletterBlock({ heading, text, signUp }: NewsletterBlockProps) {
  const title = heading || 'Never miss an article'
  return (
    <aside className="newsletter">
      <p className="newsletter-heading">{title}</p>
      {text && <p className="newsletter-text">{text}</p>}
      {signUp ? (
        signUp([title, text])
      ) : (
        <a href={feedPath} className={buttonStyles({ variant: 'accent' })}>
          <Rss size={16} aria-hidden="true" /> Follow by feed
        </a>
      )}
    </aside>
  )
}
