import { now } from '@/src/platform/clock'
import { feedAddress, feedFormats, feedNames, feedTypes } from '../feeds/feedAddress'
import type { SiteShell } from '../findSiteShell'
import { archivePath, feedPath } from '../paths'
import { safeHref } from './richText/safeHref'

export function SiteFooter({ shell: { settings, footer } }: { shell: SiteShell }) {
  const columns = footer.columns ?? []
  return (
    <footer className="mt-section border-t-4 border-double border-rule-strong bg-paper-sunk text-sm">
      <div className="shell grid items-baseline gap-x-16 gap-y-9 py-12 lg:grid-cols-[minmax(11rem,1fr)_auto]">
        <div className="max-w-sm">
          <p className="headline text-xl">{settings.name}</p>
          {settings.tagline && <p className="mt-2 text-ink-soft">{settings.tagline}</p>}
        </div>
        <div className="grid grid-cols-[repeat(auto-fit,minmax(7.5rem,1fr))] gap-x-8 gap-y-9 lg:auto-cols-[minmax(6.5rem,11rem)] lg:grid-flow-col lg:grid-cols-none">
          {columns.map(({ id, title, links }) => (
            <nav key={id ?? title} aria-label={title}>
              <p className="font-semibold">{title}</p>
              <LinkList links={links ?? []} />
            </nav>
          ))}
          {columns.length === 0 && (
            <nav aria-label="Footer">
              <LinkList
                links={[
                  { label: 'Archive', url: archivePath() },
                  { label: 'Feed', url: feedPath },
                ]}
              />
            </nav>
          )}
        </div>
      </div>
      <div className="shell">
        <div className="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-3 border-t border-rule py-5 text-xs text-ink-soft">
          <p className="max-w-prose">{footer.note || `© ${now().getUTCFullYear()} ${settings.name}`}</p>
          <ul className="flex flex-wrap gap-x-5">
            {feedFormats.map((format) => (
              <li key={format}>
                <a
                  href={feedAddress('/', format)}
                  type={feedTypes[format]}
                  className="quiet-link inline-block py-1 hover:text-ink"
                >
                  {feedNames[format]}
                </a>
              </li>
            ))}
            {(footer.social ?? []).map(({ id, label, url }) => (
              <li key={id ?? url}>
                <a
                  href={safeHref(url)?.href}
                  rel="me noopener"
                  className="quiet-link inline-block py-1 hover:text-ink"
                >
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </footer>
  )
}

function LinkList({ links }: { links: { id?: string | null; label: string; url: string }[] }) {
  return (
    <ul className="mt-2">
      {links.map(({ id, label, url }) => (
        <li key={id ?? url}>
          <a href={safeHref(url)?.href} className="quiet-link inline-block py-1 text-ink-soft hover:text-ink">
            {label}
          </a>
        </li>
      ))}
    </ul>
  )
}
