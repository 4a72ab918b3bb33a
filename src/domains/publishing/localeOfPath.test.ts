import { expect, test } from 'vitest'
import { localeOfPath } from './localeOfPath'

test.each([
  ['/', 'en'],
  ['/articles/was-ein-kerbholz-wusste', 'en'],
  ['/de/articles/was-ein-kerbholz-wusste', 'de'],
  ['/pt-BR/articles/x', 'pt-BR'],
  ['/de', 'de'],
  ['/faq', 'en'],
  ['/tags/de', 'en'],
])('the language of %s is %s', (path, locale) => {
  expect(localeOfPath(path)).toBe(locale)
})
