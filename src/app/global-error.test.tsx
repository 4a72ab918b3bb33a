import { readFileSync } from 'node:fs'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import GlobalError from './global-error'

const html = renderToStaticMarkup(
  <GlobalError error={Object.assign(new Error('connect ECONNREFUSED 10.0.0.7'), { digest: '2708882691' })} />,
)

test('the last page of all needs no script and no file, and tells no cause', () => {
  expect(html).toContain('<a class="first" href="">Try again</a>')
  expect(html).toContain('<a href="/">To the first page</a>')
  expect(html).toContain('<code>2708882691</code>')
  expect(html).not.toMatch(/<script|<link|<img|url\(|ECONNREFUSED/)
})

test('its colours are those of the site', () => {
  const tokens = readFileSync('src/components/tokens.css', 'utf8')
  const own = [...html.matchAll(/--[\w-]+: light-dark\([^;]*;/g)].map(([line]) => line)
  expect(own.length).toBeGreaterThan(4)
  expect(own.filter((line) => !tokens.includes(line))).toEqual([])
})
