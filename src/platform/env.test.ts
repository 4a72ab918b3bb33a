import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { EnvError, env, loadEnvFile, setEnv } from './env'

const names = [
  'PORT',
  'SITE_URL',
  'PAYLOAD_SECRET',
  'PAYLOAD_SECRET_FILE',
  'DATABASE_URL',
  'TRUST_PROXY',
  'APP_ENV',
]
const secret = 'a-secret-of-more-than-thirty-two-characters'
let folder: string

const clear = () => setEnv(Object.fromEntries(names.map((name) => [name, undefined])))

beforeEach(() => {
  clear()
  folder = mkdtempSync(join(tmpdir(), 'masthead-env-'))
})

afterEach(() => {
  clear()
  rmSync(folder, { recursive: true, force: true })
})

function complaints(): string[] {
  try {
    void env.PORT
    return []
  } catch (error) {
    return error instanceof EnvError ? error.sentences : [String(error)]
  }
}

test('each bad setting is one sentence with its name', () => {
  setEnv({ PORT: 'abc', SITE_URL: 'example.com', TRUST_PROXY: 'everyone', PAYLOAD_SECRET: 'short' })
  const said = complaints()
  expect(said).toHaveLength(4)
  expect(said.join('\n')).toMatch(
    /PORT must be .*\n[\s\S]*SITE_URL must be [\s\S]*PAYLOAD_SECRET must have|SITE_URL/,
  )
  expect(said.every((sentence) => sentence.endsWith('.'))).toBe(true)
})

test('a setting given twice, or as a file that is not there, is refused', () => {
  setEnv({ PAYLOAD_SECRET: secret, PAYLOAD_SECRET_FILE: join(folder, 'secret') })
  expect(complaints()).toContain('PAYLOAD_SECRET and PAYLOAD_SECRET_FILE are both set: keep one of them.')
  setEnv({ PAYLOAD_SECRET: undefined })
  expect(complaints()[0]).toContain('cannot be read')
})

test('an unset secret is refused only when it is wanted', () => {
  expect(env.PORT).toBe(3000)
  expect(() => env.PAYLOAD_SECRET).toThrow('PAYLOAD_SECRET is not set')
})

test('a secret is read from its file, without the line break at its end', () => {
  writeFileSync(join(folder, 'secret'), `${secret}\n`)
  setEnv({ PAYLOAD_SECRET_FILE: join(folder, 'secret') })
  expect(env.PAYLOAD_SECRET).toBe(secret)
})

test('the site is where the port is until SITE_URL says otherwise, without a slash at its end', () => {
  setEnv({ PORT: '4000' })
  expect(env.SITE_URL).toBe('http://localhost:4000')
  setEnv({ SITE_URL: 'https://example.com/' })
  expect(env.SITE_URL).toBe('https://example.com')
})

test('the real environment wins over .env, whichever of NAME and NAME_FILE each has', () => {
  writeFileSync(join(folder, 'secret'), secret)
  writeFileSync(join(folder, '.env'), `PORT=5000\nPAYLOAD_SECRET=another-secret-of-more-than-32-characters\n`)
  setEnv({ PORT: '4000', PAYLOAD_SECRET_FILE: join(folder, 'secret') })
  loadEnvFile(join(folder, '.env'))
  expect(env.PORT).toBe(4000)
  expect(env.PAYLOAD_SECRET).toBe(secret)
})
