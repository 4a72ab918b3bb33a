import { Menu, Rss } from 'lucide-react'
import type { Media, Navigation } from '@/payload-types'
import { buttonStyles } from '@/src/components/buttonStyles'
import { cn } from '@/src/components/cn'
import { ThemeToggle } from '@/src/components/ThemeToggle'
import { now } from '@/src/platform/clock'
import type { SiteShell } from '../findSiteShell'
import { feedPath } from '../paths'
import { populated } from '../populated'
import { formatDate } from './formatDate'
import { SearchButton } from './search/SearchButton'

type MenuItem = NonNullable<Navigation['items']>[number]

interface SiteHeaderProps {
  shell: SiteShell
  path: string
  /** No ways into the site where a visitor finds it closed. */
  isClosed?: boolean
}

/** The nameplate with the sections below it; on a phone the sections fold into a menu that needs no script. */
export function SiteHeader({ shell, path, isClosed = false }: SiteHeaderProps) {
  const items = isClosed ? [] : (shell.navigation.items ?? [])
  return (
    <header>
      <div className="shell grid grid-cols-[1fr_auto] items-center gap-4 py-4 md:grid-cols-[1fr_auto_1fr] md:py-7">
        <p className="hidden text-xs text-ink-soft md:block">
          <time dateTime={now().toISOString().slice(0, 10)}>{formatDate(now().toISOString())}</time>
        </p>
        <Nameplate shell={shell} />
        <div className="flex items-center justify-end gap-1">
          {!isClosed && <SearchButton />}
          <ThemeToggle />
          {!isClosed && (
            <a
              href={feedPath}
              className={buttonStyles({ variant: 'quiet', size: 'icon', className: 'max-md:hidden' })}
              aria-label="Feed of all articles"
              title="Feed"
            >
              <Rss size={18} aria-hidden="true" />
            </a>
          )}
          {!isClosed && <PhoneMenu items={items} path={path} />}
        </div>
      </div>
      {items.length > 0 && (
        <nav aria-label="Main" className="hidden border-y border-rule-strong md:block">
          <ul className="shell flex flex-wrap justify-center gap-x-7 text-sm font-medium">
            {items.map((item) => (
              <WideItem key={item.id ?? item.url} item={item} path={path} />
            ))}
          </ul>
        </nav>
      )}
    </header>
  )
}

function Nameplate({ shell: { settings } }: { shell: SiteShell }) {
  const logo = populated(settings.logo)
  const atNight = populated(settings.logoAtNight)
  return (
    <a href="/" className="flex items-center md:justify-self-center">
      {logo?.url ? (
        <>
          <Logo picture={logo} name={settings.name} className={atNight ? 'dark:hidden' : plate} />
          {atNight?.url && (
            <Logo picture={atNight} name={settings.name} className="hidden dark:block" isLazy />
          )}
        </>
      ) : (
        <span className="display text-2xl md:text-3xl">{settings.name}</span>
      )}
    </a>
  )
}

/** Drawn for paper, a logo that has no form for the night keeps some paper behind it. */
const plate = 'dark:rounded-md dark:bg-plate dark:px-2.5 dark:py-1.5'

interface LogoProps {
  picture: Media
  name: string
  className: string | undefined
  /** Hidden, it is not fetched. */
  isLazy?: boolean
}

function Logo({ picture, name, className, isLazy = false }: LogoProps) {
  return (
    // biome-ignore lint/performance/noImgElement: a logo is shown as it was given
    <img
      src={picture.url ?? ''}
      alt={name}
      width={picture.width ?? undefined}
      height={picture.height ?? undefined}
      loading={isLazy ? 'lazy' : undefined}
      className={cn('h-9 w-auto md:h-14', className)}
    />
  )
}

function WideItem({ item, path }: { item: MenuItem; path: string }) {
  const children = item.children ?? []
  return (
    <li className="group/item relative">
      <a
        href={item.url}
        aria-current={item.url === path ? 'page' : undefined}
        className="block border-b-3 border-transparent py-2.5 hover:border-rule aria-[current=page]:border-accent"
      >
        {item.label}
      </a>
      {children.length > 0 && (
        <ul className="invisible absolute left-1/2 top-full z-30 min-w-52 -translate-x-1/2 border border-rule bg-paper-raised py-2 opacity-0 shadow-lg transition-opacity group-focus-within/item:visible group-focus-within/item:opacity-100 group-hover/item:visible group-hover/item:opacity-100">
          {children.map((child) => (
            <li key={child.id ?? child.url}>
              <a href={child.url} className="block px-4 py-2 hover:bg-paper-sunk">
                {child.label}
              </a>
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

function PhoneMenu({ items, path }: { items: MenuItem[]; path: string }) {
  const rows = items.flatMap((item) => [
    { ...item, isBelow: false },
    ...(item.children ?? []).map((child) => ({ ...child, isBelow: true })),
  ])
  return (
    <details className="group/menu md:hidden">
      <summary className={buttonStyles({ variant: 'outline', size: 'sm' })}>
        <Menu size={16} aria-hidden="true" /> Menu
      </summary>
      <nav
        aria-label="Main"
        className="absolute inset-x-0 z-30 mt-4 border-y border-rule-strong bg-paper-raised px-gutter py-3 shadow-lg"
      >
        <ul>
          {rows.map(({ id, label, url, isBelow }) => (
            <li key={id ?? url} className={isBelow ? 'pl-5' : undefined}>
              <a
                href={url}
                aria-current={url === path ? 'page' : undefined}
                className="headline block py-2.5 text-lg aria-[current=page]:text-accent"
              >
                {label}
              </a>
            </li>
          ))}
          <li>
            <a href={feedPath} className="flex items-center gap-2 py-3 text-sm text-ink-soft">
              <Rss size={15} aria-hidden="true" /> Feed
            </a>
          </li>
        </ul>
      </nav>
    </details>
  )
}
