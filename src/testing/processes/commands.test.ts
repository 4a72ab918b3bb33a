/** What a newcomer reads when something is wrong: one sentence, a bad exit, nothing damaged. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aPlace, type Place, runOurs } from './support/runOurs'

let place: Place

beforeEach(() => {
  place = aPlace()
})

afterEach(() => place.remove())

async function failureOf(command: string, extra: Record<string, string> = {}, args: string[] = []) {
  const ours = runOurs(place, command, args, extra)
  expect(await ours.ended, ours.output()).toBe(1)
  expect(ours.output(), 'no stack').not.toMatch(/\n\s+at /)
  return ours.output()
}

test('a taken port is told before any work', async () => {
  const other = createServer().listen(0)
  const { port } = other.address() as AddressInfo
  expect(await failureOf('start', { PORT: String(port) })).toContain(
    `Port ${port} is taken by another program`,
  )
  expect(existsSync(join(place.folder, 'data'))).toBe(false)
  other.close()
})

test.each([
  ['mysql://user@localhost/site', 'DATABASE_URL must look like postgres://'],
  ['postgres://user:word@127.0.0.1:1/site', 'nothing answers at 127.0.0.1:1'],
  ['postgres://user:word@no-such-host.invalid/site', 'no-such-host.invalid'],
])('a wrong DATABASE_URL (%s) is explained without its password', async (address, sentence) => {
  const said = await failureOf('migrate', { DATABASE_URL: address })
  expect(said).toContain(sentence)
  expect(said).not.toContain('user:word')
})

test('a half-written .env is refused and left as it is', async () => {
  const path = join(place.folder, '.env')
  writeFileSync(path, 'APP_ENV=production\nPAYLOAD_SE')
  expect(await failureOf('start')).toContain('line 2 is not NAME=value')
  expect(readFileSync(path, 'utf8')).toBe('APP_ENV=production\nPAYLOAD_SE')
})

test('setup:env never writes over a file', async () => {
  const made = runOurs(place, 'setupEnv', ['production'])
  expect(await made.ended).toBe(0)
  const text = readFileSync(join(place.folder, '.env'), 'utf8')
  expect(await failureOf('setupEnv', {}, ['development'])).toContain('stays as it is')
  expect(readFileSync(join(place.folder, '.env'), 'utf8')).toBe(text)
})

test('doctor names what is not well, and exits accordingly', async () => {
  const said = await failureOf('doctor', { PAYLOAD_SECRET: 'short' })
  expect(said).toContain('PAYLOAD_SECRET must have at least 32 characters')
})
