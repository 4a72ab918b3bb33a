import type { ServerResponse } from 'node:http'
import { expect, test } from 'vitest'
import { env } from '../env'
import { keepQuery } from './keepQuery'

function moved(url: string, location: string, status = 301): unknown {
  const headers: Record<string, string> = { location }
  const response = {
    getHeader: (name: string) => headers[name],
    setHeader: (name: string, value: string) => {
      headers[name] = value
    },
  }
  keepQuery(response as unknown as ServerResponse, url, status)
  return headers.location
}

test.each([
  ['/old?utm_source=x&b=1', '/new', '/new?utm_source=x&b=1'],
  ['/old?a=1', '/new?a=2#part', '/new?a=2#part'],
  ['/old?a=1&c=3', '/new?a=2#part', '/new?a=2&c=3#part'],
  ['/old?q=ü%20%26', '/new', '/new?q=%C3%BC+%26'],
  ['/old', '/new', '/new'],
])('%s that leads to %s arrives at %s', (url, location, arrived) => {
  expect(moved(url, location)).toBe(arrived)
})

test('a whole address of ours keeps its form, and another site is told nothing', () => {
  expect(moved('/old?a=1', `${env.SITE_URL}/new`)).toBe(`${env.SITE_URL}/new?a=1`)
  expect(moved('/old?a=1', 'https://elsewhere.example/new')).toBe('https://elsewhere.example/new')
  expect(moved('/old?a=1', '//elsewhere.example/new')).toBe('//elsewhere.example/new')
})

test('what is no move, and what other parts do, stays as it is', () => {
  expect(moved('/old?a=1', '/new', 201)).toBe('/new')
  expect(moved('/admin?a=1', '/admin/login')).toBe('/admin/login')
  expect(moved('/preview/content/1?a=1', '/articles/x')).toBe('/articles/x')
})
