import { expect, test } from 'vitest'
import { languageOf } from './languageOf'

test.each([
  ['en', 'ltr'],
  ['ar', 'rtl'],
  ['fa-IR', 'rtl'],
  ['uz-Arab', 'rtl'],
  ['az-Latn', 'ltr'],
  ['ug-Latn', 'ltr'],
])('%s is written %s', (locale, dir) => {
  expect(languageOf(locale)).toEqual({ lang: locale, dir })
})

test('no language says nothing', () => {
  expect(languageOf(null)).toEqual({})
})
