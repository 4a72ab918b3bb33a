import { buttonStyles } from '@/src/components/buttonStyles'
import { CopyButton } from '@/src/components/CopyButton'

interface ShareLinksProps {
  title: string
  /** Of the article, whole. */
  address: string
}

/** Ways to pass an article on: plain links, so that nobody hears of a reader who does not follow one. */
export function ShareLinks({ title, address }: ShareLinksProps) {
  return (
    <section
      aria-label="Share"
      className="mb-8 flex flex-wrap items-center gap-x-4 border-y border-rule py-3 sm:flex-nowrap"
    >
      <p className="label text-ink-soft max-sm:basis-full">Share</p>
      {/* What the buttons keep free around their words is taken back: each line of them begins below the label. */}
      <div className="-mx-3 flex flex-wrap items-center gap-x-1 sm:mx-0">
        <CopyButton label="Copy link" text={address} />
        <ul className="contents">
          {targets(title, address).map(({ name, href }) => (
            <li key={name}>
              <a
                href={href}
                rel="noopener noreferrer nofollow"
                className={buttonStyles({ variant: 'quiet', size: 'sm' })}
              >
                {name}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}

function targets(title: string, address: string) {
  const [words, link, both] = [title, address, `${title} ${address}`].map(encodeURIComponent)
  return [
    { name: 'E-mail', href: `mailto:?subject=${words}&body=${link}` },
    { name: 'Bluesky', href: `https://bsky.app/intent/compose?text=${both}` },
    { name: 'LinkedIn', href: `https://www.linkedin.com/sharing/share-offsite/?url=${link}` },
    { name: 'X', href: `https://x.com/intent/post?text=${words}&url=${link}` },
    { name: 'WhatsApp', href: `https://wa.me/?text=${both}` },
  ]
}
