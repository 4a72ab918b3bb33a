import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { setEnv } from './env'
import { ensureEnvFile } from './envFile'

let folder: string
let path: string
const secret = 'a-secret-of-more-than-thirty-two-characters'

beforeEach(() => {
  setEnv({ PAYLOAD_SECRET: undefined })
  folder = mkdtempSync(join(tmpdir(), 'masthead-env-'))
  path = join(folder, '.env')
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

test.each([
  ['a line cut short', `APP_ENV=production\nPAYLOAD_SEC`, 'line 2 is not NAME=value'],
  ['an open quote', `A=1\nPAYLOAD_SECRET="${secret}`, 'the quote opened in line 2 is not closed'],
  ['bytes of zero', `PAYLOAD_SECRET=${secret}\n\0\0\0`, 'zero bytes'],
])(
  'a half-written file (%s) is refused, untouched, and its secrets are not repeated',
  (_, text, sentence) => {
    writeFileSync(path, text)
    expect(() => ensureEnvFile(path)).toThrow(sentence)
    expect(() => ensureEnvFile(path)).not.toThrow(secret)
    expect(readFileSync(path, 'utf8')).toBe(text)
  },
)

test('a missing file is made for its owner alone, with a secret of its own each time', () => {
  expect(ensureEnvFile(path)).toBe('made')
  expect(statSync(path).mode & 0o777).toBe(0o600)
  const first = readFileSync(path, 'utf8')
  expect(first).toMatch(/^PAYLOAD_SECRET=[\w-]{43}$/m)
  rmSync(path)
  ensureEnvFile(path)
  expect(readFileSync(path, 'utf8')).not.toBe(first)
})

test('a file without a secret gets one and keeps every line', () => {
  writeFileSync(path, '# mine\nPORT=4000\nGREETING="two\nlines"')
  expect(ensureEnvFile(path)).toBe('completed')
  expect(readFileSync(path, 'utf8')).toMatch(
    /^# mine\nPORT=4000\nGREETING="two\nlines"\n[\s\S]*PAYLOAD_SECRET=[\w-]{43}\n$/,
  )
})

test('a whole file is kept, and so is none where the environment has the secret', () => {
  writeFileSync(path, `export PAYLOAD_SECRET=${secret}\n`)
  expect(ensureEnvFile(path)).toBe('kept')
  rmSync(path)
  setEnv({ PAYLOAD_SECRET: secret })
  expect(ensureEnvFile(path)).toBe('kept')
  expect(() => statSync(path)).toThrow()
})
