import { Rss } from 'lucide-react'
import { buttonStyles } from '@/src/components/buttonStyles'
import { feedPath } from '../../paths'

interface NewsletterBlockProps {
  heading?: string | null
  text?: string | null
}

/** How to get what comes next. Sign-up by mail takes the feed's place once there is a list to join. */
export function NewsletterBlock({ heading, text }: NewsletterBlockProps) {
  return (
    <aside className="newsletter">
      <p className="newsletter-heading">{heading || 'Never miss an article'}</p>
      {text && <p className="newsletter-text">{text}</p>}
      <a href={feedPath} className={buttonStyles({ variant: 'accent' })}>
        <Rss size={16} aria-hidden="true" /> Follow by feed
      </a>
    </aside>
  )
}
