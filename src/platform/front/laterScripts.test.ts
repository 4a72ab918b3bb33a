import { expect, test } from 'vitest'
import { inlineScripts } from './contentPolicy'
import { laterScripts, scriptLoader } from './laterScripts'

const page = [
  '<html><head><link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/b.js"/>',
  '<link rel="preload" as="image" href="/a.avif"/><script src="/_next/static/chunks/a.js" async=""></script>',
  '<script src="/_next/static/chunks/old.js" noModule=""></script></head><body><p>Text</p>',
  '<script>self.__next_f.push([1,"</body>"])</script>',
  '<script src="/_next/static/chunks/b.js" async=""></script>',
  '<script src="/_next/static/chunks/a.js" async=""></script></body></html>',
].join('')

test('the scripts of a page are left to a loader at its end, each once', () => {
  const later = laterScripts(page)
  expect(later).not.toMatch(/async=""|as="script"/)
  expect(later).toMatch(/data-files="\/_next\/static\/chunks\/a\.js \/_next\/static\/chunks\/b\.js">/)
  expect(later.endsWith(`${scriptLoader}</script></body></html>`)).toBe(true)
})

test('pictures, old browsers’ scripts and the page’s own data stay where they are', () => {
  const later = laterScripts(page)
  expect(later).toContain('<link rel="preload" as="image" href="/a.avif"/>')
  expect(later).toContain('<script src="/_next/static/chunks/old.js" noModule=""></script>')
  expect(later).toContain('<p>Text</p><script>self.__next_f.push([1,"</body>"])</script>')
})

test('the policy of the page names the loader', () => {
  expect(inlineScripts(laterScripts(page))).toContain(scriptLoader)
})

test('a page without scripts stays as it is, and a second time changes nothing', () => {
  const plain = '<html><body><p>Text</p></body></html>'
  expect(laterScripts(plain)).toBe(plain)
  expect(laterScripts(laterScripts(page))).toBe(laterScripts(page))
})
