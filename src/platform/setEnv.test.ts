import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import { EnvError, env, setEnv } from './env'

const folder = mkdtempSync(join(tmpdir(), 'masthead-env-'))
const secret = join(folder, 'database_url')

afterEach(() => {
  setEnv({ DATABASE_URL: undefined, DATABASE_URL_FILE: undefined })
  rmSync(secret, { force: true })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a setting is read from the file that NAME_FILE names', () => {
  writeFileSync(secret, 'postgres://from@file:5432/one\n')
  setEnv({ DATABASE_URL: undefined, DATABASE_URL_FILE: secret })
  expect(env.DATABASE_URL).toBe('postgres://from@file:5432/one')
})

test('a value that a command sets wins over the file that gave it before', () => {
  writeFileSync(secret, 'postgres://from@file:5432/one')
  setEnv({ DATABASE_URL: undefined, DATABASE_URL_FILE: secret })
  setEnv({ DATABASE_URL: 'postgres://direct@host:5432/one' })
  expect(env.DATABASE_URL).toBe('postgres://direct@host:5432/one')
})

test('a file that cannot be read is named', () => {
  setEnv({ DATABASE_URL: undefined, DATABASE_URL_FILE: join(folder, 'missing') })
  expect(() => env.DATABASE_URL).toThrow(EnvError)
  expect(() => env.DATABASE_URL).toThrow('DATABASE_URL_FILE names')
})

test('a setting given both ways is refused', () => {
  writeFileSync(secret, 'postgres://from@file:5432/one')
  setEnv({ DATABASE_URL: 'postgres://direct@host:5432/one' })
  setEnv({ DATABASE_URL_FILE: secret })
  expect(() => env.DATABASE_URL).toThrow('keep one of them')
})
