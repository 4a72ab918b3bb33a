/** Documents in several languages know of each other, as far as readers find them. */
import { expect, test } from 'vitest'
import { anArticle, aPage } from '@/src/domains/publishing/factories'
import { findTranslations } from '@/src/domains/publishing/seo/findTranslations'
import { languageAlternates } from '@/src/domains/publishing/seo/languageAlternates'
import { cast, requestOf } from '@/src/testing/harness'

const { eve } = cast()

test('the original and its translations name each other, whoever looks; drafts and what is archived are not named', async () => {
  const original = await anArticle({ slug: 'one', _status: 'published' })
  const german = await anArticle({
    slug: 'eins',
    locale: 'de',
    translationOf: original.id,
    _status: 'published',
  })
  const archivedAt = '2026-01-01T00:00:00.000Z'
  await anArticle({ slug: 'un', locale: 'fr', translationOf: original.id })
  await anArticle({ slug: 'uno', locale: 'es', translationOf: original.id, _status: 'published', archivedAt })
  const second = { locale: 'de', translationOf: original.id, _status: 'published' } as const
  await anArticle({ slug: 'noch-eins', ...second })
  for (const actor of [undefined, eve]) {
    const req = await requestOf(actor)
    for (const document of [original, german]) {
      const found = await findTranslations(req, 'content', document)
      expect(languageAlternates(found)).toMatchObject({
        en: '/articles/one',
        'x-default': '/articles/one',
      })
      expect(found.map(({ locale }) => locale)).toEqual(['de', 'en'])
    }
    const ofGerman = await findTranslations(req, 'content', german)
    expect(ofGerman.find(({ locale }) => locale === 'de')?.path, 'its own address').toBe('/de/articles/eins')
  }
})

test('translations of a draft know each other, and what stands alone knows nobody', async () => {
  const req = await requestOf()
  const draft = await aPage({ slug: 'draft' })
  const german = await aPage({ slug: 'seite', locale: 'de', translationOf: draft.id, _status: 'published' })
  expect(await findTranslations(req, 'pages', german)).toEqual([])
  const french = await aPage({ slug: 'page', locale: 'fr', translationOf: draft.id, _status: 'published' })
  const found = await findTranslations(req, 'pages', french)
  expect(languageAlternates(found)).toEqual({ de: '/de/seite', fr: '/fr/page', 'x-default': '/de/seite' })
  expect(languageAlternates([])).toBeUndefined()
})
