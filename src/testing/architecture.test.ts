/** The house rules of DESIGN section 1. A rule that is broken names the file. */
import { basename, dirname } from 'node:path'
import config from '@payload-config'
import type { Endpoint } from 'payload'
import { expect, test } from 'vitest'
import { isDefinedEndpoint } from '@/src/platform/http/defineEndpoint'
import { localCallsWithoutAuthority } from './architecture/authority'
import { exemptions } from './architecture/exemptions'
import { mainExportOf } from './architecture/exports'
import {
  domainOf,
  domainWords,
  importsOf,
  layerOf,
  type SourceFile,
  sourceFiles,
} from './architecture/sources'

const files = sourceFiles()
const product = files.filter(({ path }) => !isTest(path))

test('folders of a layer are domain words', () => {
  const layers = ['collections', 'globals', 'hooks', 'endpoints', 'src/domains']
  const strangers = product
    .flatMap(({ path }) =>
      layers.filter((layer) => path.startsWith(`${layer}/`)).map((layer) => path.slice(layer.length + 1)),
    )
    .filter((rest) => rest.includes('/'))
    .map((rest) => rest.split('/')[0] ?? '')
    .filter((folder) => folder !== 'shared' && !domainWords.has(folder))
  expect([...new Set(strangers)]).toEqual([])
})

test('imports point from the adapters to the domains to the services and the platform', () => {
  const allowed: Record<string, string[]> = {
    adapters: ['adapters', 'domains', 'services', 'platform', 'components'],
    domains: ['domains', 'services', 'platform', 'components'],
    services: ['services', 'platform'],
    platform: ['platform'],
    components: ['components', 'platform'],
    testing: ['adapters', 'domains', 'services', 'platform', 'components', 'testing', 'config'],
    config: ['adapters', 'domains', 'services', 'platform', 'config'],
  }
  expect(
    importPairs(product)
      .filter(({ from, to }) => !allowed[layerOf(from)]?.includes(layerOf(to)) && !isEntry(from, to))
      .map(({ from, to }) => `${from} → ${to}`),
  ).toEqual([])
})

test('a domain is entered through its index, except by its own adapters', () => {
  expect(
    importPairs(product)
      .filter(
        ({ from, to }) => layerOf(from) === 'domains' && domainOf(to) && domainOf(from) !== domainOf(to),
      )
      .filter(({ from, to }) => !isIndexOf(to) && !from.endsWith('/factories.ts'))
      .map(({ from, to }) => `${from} → ${to}`),
  ).toEqual([])
})

test('nobody imports a collection of another layer', () => {
  const layers = ['collections/', 'globals/']
  const isInside = (path: string) => layers.some((layer) => path.startsWith(layer))
  expect(
    importPairs(product)
      .filter(({ from, to }) => isInside(to) && !isInside(from) && layerOf(from) !== 'config')
      .map(({ from, to }) => `${from} → ${to}`),
  ).toEqual([])
})

test('every access function of every collection and global is set, Payload’s own collections included', async () => {
  const { collections, globals } = await config
  const missing: string[] = []
  for (const { slug, access, versions, auth } of collections) {
    const needed = ['create', 'read', 'update', 'delete', 'readVersions', 'unlock', 'admin'] as const
    for (const act of needed) {
      if (act === 'readVersions' && !versions) continue
      if ((act === 'unlock' || act === 'admin') && !auth) continue
      if (isDefault(access[act])) missing.push(`${slug}.${act}`)
    }
  }
  for (const { slug, access } of globals) {
    if (String(slug) === 'payload-jobs-stats') continue
    for (const act of ['read', 'update', 'readVersions'] as const) {
      if (isDefault(access[act])) missing.push(`${slug}.${act}`)
    }
  }
  expect(missing).toEqual([])
})

test('the queue is closed to those who are not administrators', async () => {
  const { jobs } = await config
  expect([jobs.access?.run, jobs.access?.queue, jobs.access?.cancel].filter(isDefault)).toEqual([])
})

test('every endpoint of ours is made by defineEndpoint', async () => {
  const ours = product.filter(({ path }) => path.startsWith('endpoints/') && !path.endsWith('/index.ts'))
  const foreign: string[] = []
  for (const { path } of ours) {
    const exports = (await import(/* @vite-ignore */ `@/${path}`)) as Record<string, unknown>
    const made = Object.values(exports).filter((value) => typeof value === 'object' && value !== null)
    if (made.length === 0 || !made.every((endpoint) => isDefinedEndpoint(endpoint as Endpoint)))
      foreign.push(path)
  }
  expect(foreign).toEqual([])
  const { endpoints } = await config
  const root = endpoints.filter(({ handler }) => handler.toString().includes('definition.'))
  expect(root.every(isDefinedEndpoint)).toBe(true)
})

test('no root endpoint hides behind a collection', async () => {
  const { collections, endpoints } = await config
  const slugs = collections.map(({ slug }) => String(slug))
  const hidden = endpoints.filter(({ path }) => slugs.includes(path.split('/')[1] ?? ''))
  // Payload mounts its own `payload-jobs` endpoints this way and answers them itself.
  expect(hidden.map(({ path }) => path).filter((path) => !path.startsWith('/payload-'))).toEqual([])
})

test('the environment is read in one place', () => {
  const readers = files.filter(({ text }) => /process\.env\b/.test(text)).map(({ path }) => path)
  expect(readers.filter((path) => !(path in exemptions.environment))).toEqual([])
})

test('every Local API call states its authority', () => {
  expect(product.flatMap(localCallsWithoutAuthority)).toEqual([])
})

test('no file is longer than 300 lines', () => {
  expect(
    files
      .filter(({ path, text }) => text.split('\n').length > 301 && !(path in exemptions.length))
      .map(({ path, text }) => `${path}: ${text.split('\n').length - 1}`),
  ).toEqual([])
})

test('a file is named as its main export', () => {
  expect(
    product
      .filter(({ path }) => !isNamedByOthers(path))
      .map((file) => ({ file, main: mainExportOf(file) }))
      .filter(({ file, main }) => main && !isNamedAs(file.path, main) && !(file.path in exemptions.name))
      .map(({ file, main }) => `${file.path} exports ${main}`),
  ).toEqual([])
})

test('payload.config.ts stays a composition root', () => {
  const root = files.find(({ path }) => path === 'payload.config.ts')
  expect(root?.text.split('\n').length).toBeLessThanOrEqual(121)
})

/** In the adapters exactly, elsewhere a file may leave out what its folder says: `fields/slug.ts` has `slugField`. */
function isNamedAs(path: string, main: string): boolean {
  const name = basename(path).replace(/\.(tsx?|mjs)$/, '')
  const isAdapter = layerOf(path) === 'adapters'
  return isAdapter ? main === name : main.toLowerCase().includes(name.toLowerCase())
}

/** Next and tools want names of their own; an index is a door. */
function isNamedByOthers(path: string): boolean {
  const name = basename(path)
  return (
    path.startsWith('src/app/') ||
    path.startsWith('src/testing/') ||
    path.startsWith('src/components/') ||
    path.startsWith('src/cli/') ||
    !path.includes('/') ||
    /^(index|access|schemas|errors|factories)\.tsx?$/.test(name) ||
    dirname(path).endsWith('tasks')
  )
}

function isTest(path: string): boolean {
  return /\.(test|spec|bench)\.tsx?$/.test(path)
}

function isIndexOf(path: string): boolean {
  return /^src\/domains\/[^/]+(\/index\.ts)?$/.test(path)
}

/** The commands and the instrumentation load the configuration; the panel's routes too. */
function isEntry(from: string, to: string): boolean {
  const isLoader = layerOf(from) === 'adapters' || layerOf(from) === 'testing'
  if (from.endsWith('/factories.ts') && to.startsWith('src/testing/')) return true
  return (isLoader && ['config', 'migrations'].includes(layerOf(to))) || to === 'payload-types.ts'
}

function importPairs(sources: SourceFile[]): { from: string; to: string }[] {
  return sources.flatMap((file) => importsOf(file).map((to) => ({ from: file.path, to })))
}

/** Payload's own default lets every signed-in user through; what we set is made by our predicates. */
function isDefault(access: unknown): boolean {
  if (typeof access !== 'function') return true
  return (
    access.name === 'defaultAccess' ||
    /^\(\{ req: \{ user \} \}\) ?=> ?Boolean\(user\)$/.test(access.toString())
  )
}
