import { expect, test } from 'vitest'
import { withMethod } from './withMethod'

/** As Next wraps a request before a route sees it. */
function wrapped(request: Request): Request {
  return new Proxy(request, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

test('a wrapped PUT becomes a PATCH with its body and headers', async () => {
  const put = new Request('http://site.test/api/tags/1?depth=0', {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: '{"name":"Markets"}',
  })
  const patch = withMethod(wrapped(put), 'PATCH')
  expect(patch.method).toBe('PATCH')
  expect(patch.url).toBe('http://site.test/api/tags/1?depth=0')
  expect(patch.headers.get('content-type')).toBe('application/json')
  expect(await patch.json()).toEqual({ name: 'Markets' })
})

test('a wrapped HEAD becomes a GET without a body', () => {
  const get = withMethod(wrapped(new Request('http://site.test/api/tags', { method: 'HEAD' })), 'GET')
  expect(get.method).toBe('GET')
  expect(get.body).toBeNull()
})
