import { expect, test } from 'vitest'
import { faultOf } from './faultOf'

const named = (name: string, message: string) => Object.assign(new Error(message), { name })

test('a fault of the server is told by its number alone', () => {
  const error = Object.assign(new Error('connect ECONNREFUSED 10.0.0.7'), { digest: '1362278706' })
  expect(faultOf(error)).toMatchObject({ reference: '1362278706', message: undefined, needsReload: false })
})

test('a fault of the browser, which no log has, is told in its own words', () => {
  const fault = faultOf(new TypeError("Cannot read properties of undefined (reading 'some')"))
  expect(fault.reference).toBeUndefined()
  expect(fault.message).toBe("TypeError: Cannot read properties of undefined (reading 'some')")
})

test('whatever a component throws is told of', () => {
  expect(faultOf('no').message).toBe('no')
  expect(faultOf(undefined).message).toBe('undefined')
  expect(faultOf(Object.assign(new Error('x'), { digest: 7 })).message).toBe('Error: x')
})

test('a page of the build before is loaded anew', () => {
  const outdated = [
    named('UnrecognizedActionError', 'Server Action "40ab" was not found on the server.'),
    named('ChunkLoadError', 'Failed to load chunk /_next/static/chunks/1.js'),
  ]
  for (const error of outdated)
    expect(faultOf(error)).toMatchObject({ title: 'The site was updated meanwhile', needsReload: true })
})

test('a server that did not answer is named as such', () => {
  expect(faultOf(new TypeError('Failed to fetch')).title).toBe('The server did not answer')
})
