import { buttonStyles } from '@/src/components/buttonStyles'
import { cn } from '@/src/components/cn'
import { paywallClass } from '../seo/articleData'

interface PaywallPanelProps {
  audience: 'members' | 'paid'
  /** Where memberships are explained, when the site has such a page. */
  plansHref: string | null
  /** The editor's own words at the break. */
  note?: string | null
}

const words = {
  members: {
    title: 'The rest of this article is for members',
    text: 'Sign in with your membership to read on. What you have read so far is free for everyone.',
  },
  paid: {
    title: 'The rest of this article is for subscribers',
    text: 'Our subscribers pay for the time that went into it. What you have read so far is free for everyone.',
  },
}

/** Ends the free part of an article in a friendly way. */
export function PaywallPanel({ audience, plansHref, note }: PaywallPanelProps) {
  const { title, text } = words[audience]
  return (
    <section
      aria-labelledby="paywall"
      className={cn(paywallClass, 'relative mx-auto w-full max-w-measure pt-6')}
    >
      <div
        aria-hidden="true"
        className="pointer-events-none absolute inset-x-0 bottom-full h-24 bg-linear-to-t from-paper to-transparent"
      />
      <div className="border-y-2 border-rule-strong bg-paper-raised px-6 py-9 text-center sm:px-10">
        <h2 id="paywall" className="headline text-2xl">
          {title}
        </h2>
        <p className="mx-auto mt-3 max-w-prose text-sm text-ink-soft">{note || text}</p>
        {plansHref && (
          <p className="mt-6">
            <a href={plansHref} className={buttonStyles({ variant: 'accent' })}>
              See the plans
            </a>
          </p>
        )}
      </div>
    </section>
  )
}
