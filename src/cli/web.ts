/** The web process: our front, and Next behind it; with --dev, Next with hot reload. */
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { setFlagsFromString } from 'node:v8'
import { getPayload } from 'payload'
import { migrations } from '@/migrations'
import { themeScript } from '@/src/components/themeScript'
import { isReady, readHealth } from '@/src/domains/operations'
import { embedOrigins } from '@/src/domains/publishing'
import { answers, openSharedAnswers } from '@/src/platform/cache/answers'
import { listenToChanges } from '@/src/platform/cache/listenToChanges'
import { withCache } from '@/src/platform/cache/withCache'
import { env, setEnv, setEnvDefaults } from '@/src/platform/env'
import {
  apiHandler,
  type ContentPolicy,
  contentPolicy,
  createFront,
  type Handler,
  isApiPath,
  keptPage,
  serveFiles,
  siteHandler,
} from '@/src/platform/front'
import { apiRoute } from '@/src/platform/http/apiRoute'
import { trustedOrigins } from '@/src/platform/http/trustedOrigins'
import { log } from '@/src/platform/log'
import { watchCache } from '@/src/platform/metrics'
import { shareConfig } from '@/src/platform/payload/sharedConfig'
import { openDatabase } from '@/src/platform/postgres'
import { impatientPool } from '@/src/platform/postgres/impatientPool'
import { serveUntilStopped } from '@/src/platform/processes'
import { Refusal } from '@/src/platform/refusal'
import { buildFolder } from './support/buildState'
import { listenOn } from './support/listenOn'
import { packageVersion } from './support/packageVersion'
import { runCommand } from './support/runCommand'

/** Files whose names change with their content, by the path that they stand under. */
const assetFolders = { '/_next/static/': `${buildFolder}/static`, '/fonts/': 'public/fonts' }

/** Per cent by which memory may grow before it is tidied: left to itself, V8 lets four fifths of it be litter. */
const heapGrowth = 40

await runCommand(async ([mode]) => {
  setFlagsFromString(`--heap-growing-percent=${heapGrowth}`)

  const isDev = mode === '--dev'
  setEnvDefaults({ NEXT_TELEMETRY_DISABLED: '1' })
  if (!isDev && !existsSync(`${buildFolder}/BUILD_ID`)) {
    throw new Refusal(
      'NO_BUILD',
      'There is no production build yet: run `npm run build` first, or `npm start`, which does it.',
    )
  }
  const database = await openDatabase()
  const pool = impatientPool('health', 2)
  let handler: Handler | undefined
  const health = () =>
    readHealth({
      pool,
      migrationNames: migrations.map(({ name }) => name),
      version: packageVersion(),
      isServing: handler !== undefined,
    })
  const policy = contentPolicy({ frames: embedOrigins, scripts: [themeScript], isDev })
  const front = createFront({
    handler: () => handler,
    policy,
    trustProxy: env.TRUST_PROXY,
    routes: {
      '/api/health/live': async () => ({ status: 200, body: { status: 'ok' } }),
      '/api/health/ready': async () => {
        const report = await health()
        return {
          status: isReady(report) ? 200 : 503,
          body: { status: isReady(report) ? 'ready' : 'not ready' },
        }
      },
      '/api/health': async () => {
        const report = await health()
        return { status: isReady(report) ? 200 : 503, body: report }
      },
    },
  })
  const port = await listenOn(front.server, env.PORT)
  if (!isDev) readBuiltConfig()
  // Loading Next takes a while, and a liveness probe should not wait for it.
  const { default: next } = await import('next')
  // Next takes connections over to tell browsers of new code, and closes those that ask for another protocol, as some
  // programs always do: outside of development it gets a server that hears nobody.
  const app = next({
    dev: isDev,
    dir: process.cwd(),
    hostname: 'localhost',
    port,
    httpServer: isDev ? front.server : createServer(),
  })
  // The first to load the configuration: Next finds it, and Payload, in this process.
  const api = isDev ? undefined : await loadApi()
  await app.prepare()
  const site = siteHandler(app.getRequestHandler(), { isDev })
  handler = api ? serveFiles(assetFolders, await withAnswers(api, site, policy)) : site
  log.debug({ port }, 'The site is served')
  await serveUntilStopped('web', async () => {
    handler = undefined
    await front.drain()
    await pool.end()
    await database.close()
  })
})

async function loadApi(): Promise<Handler> {
  const config = import('@/payload.config').then(({ default: own }) => own)
  shareConfig(config)
  await getPayload({ config })
  return apiHandler(apiRoute(config))
}

/** What is asked anonymously is answered from memory, as long as the database tells of changes. */
async function withAnswers(api: Handler, site: Handler, policy: ContentPolicy): Promise<Handler> {
  const { default: config } = await import('@/payload.config')
  const { collections, globals } = await config
  const slugs = new Set<string>(collections.map(({ slug }) => slug))
  const globalSlugs = new Set<string>(globals.map(({ slug }) => slug))
  const shared = openSharedAnswers(buildId())
  await listenToChanges(env.DATABASE_DIRECT_URL ?? env.DATABASE_URL)
  watchCache('answers', () => answers().read())
  if (shared) watchCache('redis', () => ({ ...shared.figures, entries: shared.isOpen ? 1 : 0, bytes: 0 }))
  const both: Handler = (request, response) =>
    isApiPath(request.url ?? '') ? api(request, response) : site(request, response)
  return withCache(both, {
    cache: answers(),
    shared,
    asKept: keptPage(policy),
    origins: new Set(trustedOrigins()),
    isPublicApi: ([first = '', second = '', ...rest]) =>
      rest.length === 0 &&
      (first === 'globals' ? globalSlugs.has(second) : first === 'search' || slugs.has(first)),
  })
}

function buildId(): string {
  return readFileSync(`${buildFolder}/BUILD_ID`, 'utf8').trim()
}

/** Next would compile next.config.ts at every start; the build has its outcome, in the place where standalone builds look. */
function readBuiltConfig(): void {
  const file = `${buildFolder}/required-server-files.json`
  if (!existsSync(file)) return
  const { config } = JSON.parse(readFileSync(file, 'utf8')) as { config: unknown }
  setEnv({ __NEXT_PRIVATE_STANDALONE_CONFIG: JSON.stringify(config) })
}
