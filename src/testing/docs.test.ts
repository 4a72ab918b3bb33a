/** What the documentation says of commands, settings, error codes and files is held to the code. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { settingNames } from '@/src/platform/env'

const guides = ['README.md', 'CONTRIBUTING.md', ...filesUnder('docs').filter((path) => path.endsWith('.md'))]

const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')))

/** Where failures are made that a caller of the API can meet; imports and commands tell theirs elsewhere. */
const apiSources = ['hooks', 'endpoints', 'src/domains', 'src/platform']
  .flatMap(filesUnder)
  .filter((path) => /\.ts$/.test(path) && !/\.test\.ts$|\/(importing|exporting|demo)\//.test(path))

describe.each(guides)('%s', (path) => {
  const text = readFileSync(path, 'utf8').replace(/<!--[\s\S]*?-->/g, '')

  test('links to files that are there', () => {
    const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target ?? '')
    const files = links.filter((link) => !/^([a-z]+:|#)/.test(link)).map((link) => link.split('#')[0] ?? '')
    const missing = files.filter((file) => !existsSync(join(dirname(path), file)))
    expect(missing).toEqual([])
  })

  test('names commands that there are', () => {
    const named = [...text.matchAll(/npm run ([a-z][\w:-]*)/g)].map(([, name]) => name ?? '')
    expect(named.filter((name) => !(name in scripts))).toEqual([])
  })
})

test('docs/operators/configuration.md has every setting', () => {
  const text = readFileSync('docs/operators/configuration.md', 'utf8')
  const missing = settingNames.filter((name) => name !== 'NODE_ENV' && !text.includes(`\`${name}\``))
  expect(missing).toEqual([])
})

test('docs/api.md has every error code that a caller can meet', () => {
  const text = readFileSync('docs/api.md', 'utf8')
  const codes = new Set(apiSources.flatMap(codesIn))
  expect(codes.size).toBeGreaterThan(20)
  expect([...codes].filter((code) => !text.includes(`\`${code}\``)).sort()).toEqual([])
})

function codesIn(path: string): string[] {
  const text = readFileSync(path, 'utf8')
  const makers = [
    /\b(?:App|Forbidden|Conflict)Error\([^;]*?'([A-Z]{2,}(?:_[A-Z]+)+)'/g,
    /\bfailure\(\d{3}, '([A-Z_]+)'/g,
    ...(/\/(refusals|addErrorCodes)\.ts$/.test(path) ? [/code: '([A-Z_]+)'/g] : []),
    ...(/\/statusCodes\.ts$/.test(path) ? [/\d{3}: '([A-Z_]+)'/g] : []),
    ...(/\/errors\.ts$/.test(path) ? [/super\('([A-Z_]+)'/g] : []),
  ]
  return makers.flatMap((maker) => [...text.matchAll(maker)].map(([, code]) => code ?? ''))
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'))
}
