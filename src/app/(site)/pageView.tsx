import type { ReactNode } from 'react'
import type { Page } from '@/payload-types'
import { languageOf } from '@/src/domains/publishing/components/languageOf'
import { PageBlocks } from '@/src/domains/publishing/components/PageBlocks'
import { listMarketQuotes } from '@/src/domains/publishing/listMarketQuotes'
import { pagePath } from '@/src/domains/publishing/paths'
import { sendContact } from './sendContact'
import { signUpSlot } from './signUpSlot'
import { siteShell } from './siteShell'
import { visitorRequest } from './visitorRequest'

/** One of the site's own pages with what is read for it. */
export async function pageView(page: Page): Promise<ReactNode> {
  const blocks = page.layout ?? []
  const quotes = await listMarketQuotes(await visitorRequest())
  const { settings } = await siteShell()
  const isTitled = blocks[0]?.blockType === 'hero'
  return (
    <article {...languageOf(page.locale)}>
      {!isTitled && <h1 className="display shell pt-10 pb-4 text-center text-4xl sm:pt-16">{page.title}</h1>}
      <PageBlocks
        blocks={blocks}
        quotes={quotes}
        firstLevel={isTitled ? 1 : 2}
        page={page.id}
        sendContact={sendContact}
        signUp={signUpSlot(settings, pagePath(page), page.locale)}
      />
    </article>
  )
}
