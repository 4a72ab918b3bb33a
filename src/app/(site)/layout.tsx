import './globals.css'
import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { Hydrated } from '@/src/components/Hydrated'
import { themeScript } from '@/src/components/themeScript'
import { brandStyle, firstFaces, groundColours } from '@/src/domains/publishing/brand/brandStyle'
import { languageOf } from '@/src/domains/publishing/components/languageOf'
import { MaintenanceBanner } from '@/src/domains/publishing/components/MaintenanceBanner'
import { SiteFooter } from '@/src/domains/publishing/components/SiteFooter'
import { SiteHeader } from '@/src/domains/publishing/components/SiteHeader'
import { localeOfPath } from '@/src/domains/publishing/localeOfPath'
import { isAnnounced, nextChange } from '@/src/domains/publishing/maintenance'
import { defaultLocale } from '@/src/domains/publishing/paths'
import { siteIcon } from '@/src/domains/publishing/siteIcon'
import { isStaff } from '@/src/platform/access'
import { env } from '@/src/platform/env'
import { limitPageLife } from '@/src/platform/http/limitPageLife'
import { isClosedToVisitor } from './isClosedToVisitor'
import { pathHeader } from './pathHeader'
import { siteShell } from './siteShell'
import { visitorRequest } from './visitorRequest'

/** Everything is read when it is asked for: the cache stands before Next, and a build needs no database. */
export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  const icon = siteIcon((await siteShell()).settings)
  return { metadataBase: new URL(env.SITE_URL), icons: { icon, apple: icon } }
}

export async function generateViewport(): Promise<Viewport> {
  const { day, night } = groundColours((await siteShell()).settings.look)
  return {
    themeColor: [
      { media: '(prefers-color-scheme: light)', color: day },
      { media: '(prefers-color-scheme: dark)', color: night },
    ],
  }
}

export default async function SiteLayout({ children }: { children: ReactNode }) {
  const shell = await siteShell()
  const look = brandStyle(shell.settings.look)
  const isClosed = await isClosedToVisitor()
  const path = (await headers()).get(pathHeader) ?? '/'
  const locale = localeOfPath(path)
  // The words around a translated document are still the site's own.
  const shellLanguage = locale === defaultLocale ? {} : languageOf(defaultLocale)
  limitPageLife(nextChange(shell.maintenance))
  return (
    <html {...languageOf(locale)} suppressHydrationWarning>
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours that must run before the first paint */}
        <script dangerouslySetInnerHTML={{ __html: themeScript }} />
        {look && <style>{look}</style>}
        {firstFaces(shell.settings.look).map((face) => (
          <link key={face} rel="preload" href={face} as="font" type="font/woff2" crossOrigin="anonymous" />
        ))}
      </head>
      <body className={isStaff(await visitorRequest()) ? 'pb-12' : undefined}>
        <div {...shellLanguage}>
          <a
            href="#content"
            className="sr-only bg-ink px-4 py-3 font-semibold text-paper focus:not-sr-only focus:absolute focus:z-50"
          >
            Skip to content
          </a>
          {isAnnounced(shell.maintenance) && <MaintenanceBanner maintenance={shell.maintenance} />}
          <SiteHeader shell={shell} path={path} isClosed={isClosed} />
        </div>
        <main id="content" tabIndex={-1} className="outline-none">
          {children}
        </main>
        {!isClosed && (
          <div {...shellLanguage}>
            <SiteFooter shell={shell} />
          </div>
        )}
        <Hydrated />
      </body>
    </html>
  )
}
