import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { contentPolicy, inlineScripts } from './contentPolicy'

const policy = contentPolicy({ frames: ['https://player.example'], scripts: ['theme()'], isDev: false })

function hashOf(script: string): string {
  return `'sha256-${createHash('sha256').update(script).digest('base64')}'`
}

test('a kept page runs the inline scripts that it had when it was made, and no other', () => {
  const html =
    '<script>theme()</script><script async="" src="/a.js"></script><script id="x">a && b\n</script>'
  const kept = policy.keeping(html)
  expect(kept).toContain(hashOf('a && b\n'))
  expect(kept).not.toContain("script-src 'self' 'unsafe-inline'")
  expect(kept).not.toContain('nonce-')
  expect(kept.match(/sha256-/g)).toHaveLength(2)
})

test('data in a page is no script', () => {
  expect(inlineScripts('<script type="application/ld+json">{"a":1}</script>')).toEqual([])
  expect(inlineScripts('<script type="module">run()</script>')).toEqual(['run()'])
})

test('each page made for one visitor has a nonce of its own', () => {
  const nonceOf = (text: string) => text.match(/'nonce-([\w+/=]{22,})'/)?.[1]
  expect(nonceOf(policy.once())).toBeDefined()
  expect(nonceOf(policy.once())).not.toBe(nonceOf(policy.once()))
})

test('frames come from the services of the list, and the site is framed by nobody else', () => {
  expect(policy.once()).toContain("frame-src 'self' https://player.example;")
  expect(policy.once()).toContain("frame-ancestors 'self';")
  expect(policy.once()).not.toContain('unsafe-eval')
})
