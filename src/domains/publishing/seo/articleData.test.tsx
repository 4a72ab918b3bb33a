import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { aBody } from '@/src/domains/publishing/factories'
import { env } from '@/src/platform/env'
import { JsonLd } from '../components/JsonLd'
import { PaywallPanel } from '../components/PaywallPanel'
import type { ArticlePage } from '../findArticleBySlug'
import type { SiteShell } from '../findSiteShell'
import { articleData } from './articleData'
import { homeData } from './siteData'

const shell = {
  settings: { id: '1', name: 'The </script><script>alert(1)</script> Times' },
  footer: {
    id: '2',
    social: [
      { label: 'x', url: 'https://social.example/us' },
      { label: 'y', url: '/feed.xml' },
    ],
  },
} as unknown as SiteShell

function found(fields: object, isCut: boolean): ArticlePage {
  const article = {
    id: 'a',
    title: 'A title',
    slug: 'a-title',
    locale: 'de',
    audience: 'paid',
    updatedAt: '2026-11-02T00:00:00.000Z',
    publishedAt: '2026-11-01T00:00:00.000Z',
    categories: [{ id: 'c', name: 'Section', slug: 'section' }, 'an-id'],
    tags: ['an-id'],
    preview: aBody('four words are free'),
    ...fields,
  }
  return { article, authors: [{ id: 'p', name: 'Ann', username: 'ann' }], isCut } as unknown as ArticlePage
}

function written(data: object): { '@graph': Record<string, unknown>[] } {
  const markup = renderToStaticMarkup(<JsonLd data={data} />)
  const [, json = ''] = /^<script type="application\/ld\+json">(.*)<\/script>$/s.exec(markup) ?? []
  expect(json).not.toContain('<')
  return JSON.parse(json)
}

test('of an article that is cut only the free part counts, and the cut is one that the page has', () => {
  const [article, crumbs] = written(articleData({ found: found({}, true), shell }))['@graph']
  expect(article).toMatchObject({
    '@type': 'NewsArticle',
    wordCount: 4,
    inLanguage: 'de',
    isAccessibleForFree: false,
    hasPart: { isAccessibleForFree: false, cssSelector: '.paywall' },
    articleSection: ['Section'],
    author: [{ '@type': 'Person', name: 'Ann', url: `${env.SITE_URL}/authors/ann` }],
    datePublished: '2026-11-01T00:00:00.000Z',
    mainEntityOfPage: `${env.SITE_URL}/de/articles/a-title`,
  })
  expect(JSON.stringify(article)).not.toContain('an-id')
  expect(crumbs).toMatchObject({ '@type': 'BreadcrumbList' })
  expect(renderToStaticMarkup(<PaywallPanel audience="paid" plansHref={null} />)).toMatch(
    /class="paywall[ "]/,
  )
})

test('of an article for everybody the whole counts, and nothing is said of a cut', () => {
  const open = found({ audience: 'public', body: aBody('these are five plain words') }, false)
  const [article] = written(articleData({ found: open, shell }))['@graph']
  expect(article).toMatchObject({ wordCount: 5, isAccessibleForFree: true })
  expect(article).not.toHaveProperty('hasPart')
})

test('a name cannot end the element that it stands in, and links to nowhere stay out', () => {
  const [publisher, site] = written(homeData(shell))['@graph']
  expect(publisher).toMatchObject({ name: shell.settings.name, sameAs: ['https://social.example/us'] })
  expect(site).toMatchObject({
    '@type': 'WebSite',
    potentialAction: { target: { urlTemplate: `${env.SITE_URL}/search?q={search_term_string}` } },
  })
})
