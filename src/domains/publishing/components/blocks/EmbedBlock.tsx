import { ExternalLink } from 'lucide-react'
import { ClickToLoad } from '@/src/components/ClickToLoad'
import { safeHref } from '../richText/safeHref'
import { embedTarget } from './embedTarget'

interface EmbedBlockProps {
  url: string
  title?: string | null
  caption?: string | null
}

/** A video or player of another site, which hears of the reader only once they ask for it. */
export function EmbedBlock({ url, title, caption }: EmbedBlockProps) {
  const target = embedTarget(url)
  const href = safeHref(url)?.href
  if (!href) return null
  if (!target) return <LinkCard href={href} title={title} caption={caption} />
  const name = title || `Embedded from ${target.provider}`
  return (
    <figure className="embed">
      <ClickToLoad
        src={target.src}
        title={name}
        provider={target.provider}
        href={href}
        shape={target.shape}
      />
      {caption && <figcaption>{caption}</figcaption>}
    </figure>
  )
}

function LinkCard({
  href,
  title,
  caption,
}: {
  href: string
  title?: string | null
  caption?: string | null
}) {
  const { hostname } = new URL(href)
  return (
    <a href={href} rel="noopener noreferrer" className="link-card">
      <span className="link-card-title">{title || href}</span>
      {caption && <span className="link-card-text">{caption}</span>}
      <span className="link-card-host">
        <ExternalLink size={14} aria-hidden="true" /> {hostname.replace(/^www\./, '')}
      </span>
    </a>
  )
}
