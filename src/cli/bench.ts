/** `npm run bench -- import|jobs|reads|search|site|export|ghost|wordpress`: figures of this machine, each beside the bare minimum measured in the same run. */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { benchJobs } from '@/bench/benchJobs'
import { benchReads, type ReadFigures } from '@/bench/benchReads'
import { benchSearch } from '@/bench/benchSearch'
import { benchSite } from '@/bench/benchSite'
import { benchWordPress } from '@/bench/benchWordPress'
import { benchExport } from '@/bench/exportSite'
import { benchImport } from '@/bench/importDocuments'
import { benchGhost } from '@/bench/readGhost'
import { createBeside, dropAll } from '@/bench/reads/beside'
import { type Sized, sizes } from '@/bench/reads/growth'
import { migrations } from '@/migrations'
import { ensureFirstAdmin } from '@/src/domains/accounts'
import { now } from '@/src/platform/clock'
import { env, setEnv, setEnvDefaults } from '@/src/platform/env'
import { applyMigrations } from '@/src/platform/migrate'
import { closePayload } from '@/src/platform/payload/closePayload'
import { connectDatabase } from '@/src/platform/postgres'
import { loadPayload } from './support/loadPayload'
import { runCommand } from './support/runCommand'
import { say } from './support/say'
import { seedDemo } from './support/seedDemo'
import { withDatabase } from './support/withDatabase'

const resultsFile = 'bench/results.json'
const sourceOfImport = '../shared/data/optech'
const exportedArticles = 100_000
const searchedArticles = 100_000
const ghostMegabytes = 1000
const wordPressMegabytes = 500

const benches: Record<string, () => Promise<object>> = {
  import: () => inScratchDatabase(runImport),
  jobs: () => inScratchDatabase(runJobs),
  export: () => inScratchDatabase(runExport),
  ghost: () => inScratchDatabase(runGhost),
  wordpress: () => inScratchDatabase(runWordPress),
  reads: () => inScratchDatabase(runReads),
  search: () => inScratchDatabase(runSearch),
  site: () => inScratchDatabase(runSite),
}

await runCommand(async ([name = 'import']) => {
  const bench = Object.hasOwn(benches, name) ? benches[name] : undefined
  if (!bench) throw new Error(`There is no bench “${name}”: choose ${Object.keys(benches).join(', ')}.`)
  const figures = await bench()
  const machine = { node: process.version, processors: cpus().length, at: now().toISOString() }
  const results = existsSync(resultsFile) ? (JSON.parse(readFileSync(resultsFile, 'utf8')) as object) : {}
  writeFileSync(
    resultsFile,
    `${JSON.stringify({ ...results, [name]: { ...figures, ...machine } }, null, 2)}\n`,
  )
})

/** A database of its own on the same server, dropped afterwards: a bench never touches the site. */
function inScratchDatabase<Result>(work: (address: string) => Promise<Result>): Promise<Result> {
  setEnvDefaults({ LOG_LEVEL: 'error' })
  return withDatabase(async () => {
    const name = `masthead_bench_${randomBytes(4).toString('hex')}`
    const address = Object.assign(new URL(env.DATABASE_URL), { pathname: `/${name}` }).href
    const admin = await connectDatabase(env.DATABASE_URL)
    try {
      await admin.query(`create database ${name}`)
      setEnv({ DATABASE_URL: address, DATABASE_DIRECT_URL: undefined })
      return await work(address)
    } finally {
      await admin.query(`drop database if exists ${name} with (force)`)
      await admin.end()
    }
  })
}

async function runImport(address: string): Promise<object> {
  if (!existsSync(sourceOfImport)) throw new Error(`The bench reads ${sourceOfImport}, which is not there.`)
  const payload = await loadPayload()
  await applyMigrations(migrations, async () => payload, { onWait: () => {}, onStep: () => {} })
  const client = await connectDatabase(address)
  try {
    const figures = await benchImport(payload, client, sourceOfImport)
    say.line(`Import of ${figures.documents} posts without pictures`)
    say.line(
      `  ${figures.documentsPerSecond.toFixed(1)} documents/s, ${figures.processorMsPerDocument.toFixed(0)} ms of processor time each`,
    )
    say.line(`  ${figures.unchangedPerSecond.toFixed(1)} documents/s when nothing changed`)
    say.line(
      `  ${figures.bareSqlPerSecond.toFixed(0)} documents/s by bare SQL: the import runs at ${(figures.shareOfBareSql * 100).toFixed(0)} % of it`,
    )
    return figures
  } finally {
    await client.end()
    await closePayload(payload)
  }
}

async function runJobs(address: string): Promise<object> {
  const payload = await loadPayload()
  await applyMigrations(migrations, async () => payload, { onWait: () => {}, onStep: () => {} })
  await closePayload(payload)
  const client = await connectDatabase(address)
  try {
    const figures = await benchJobs(client)
    say.line(`${figures.jobs} jobs of one UPDATE each, done a second (statements a job)`)
    say.line('  workers        bare loop      plain Payload               Masthead')
    for (const [index, ours] of figures.runs.ours.entries()) {
      const [bare, plain] = [figures.runs.bare[index], figures.runs.payload[index]]
      const cells = [bare, plain, ours].map((run) =>
        run
          ? `${run.jobsPerSecond.toFixed(0)} (${run.statementsPerJob.toFixed(1)})${run.ranTwice ? `, ${run.ranTwice} ran twice` : ''}`
          : '',
      )
      say.line(`  ${String(ours.workers).padEnd(8)}${cells.map((cell) => cell.padStart(18)).join('  ')}`)
    }
    say.line(`  one worker: ${figures.timesPlainPayload.toFixed(1)} × plain Payload`)
    const { p50, p95, trials } = figures.startFromIdle
    say.line(`  from idle to the effect: ${p50.toFixed(1)} ms (p50), ${p95.toFixed(1)} ms (p95) of ${trials}`)
    return figures
  } finally {
    await client.end()
  }
}

async function runExport(address: string): Promise<object> {
  const payload = await loadPayload()
  await applyMigrations(migrations, async () => payload, { onWait: () => {}, onStep: () => {} })
  const client = await connectDatabase(address)
  try {
    const figures = await benchExport(payload, client, exportedArticles)
    say.line(`Export of ${figures.articles} articles`)
    for (const form of ['json', 'markdown'] as const) {
      const { seconds, articlesPerSecond, megabytes, memoryBeforeMb, memoryPeakMb } = figures[form]
      say.line(
        `  ${form}: ${articlesPerSecond.toFixed(0)} a second, ${seconds.toFixed(0)} s, ${megabytes.toFixed(0)} MB; memory ${memoryBeforeMb} MB before, ${memoryPeakMb} MB at most`,
      )
    }
    say.line(
      `  ${figures.bareSqlPerSecond.toFixed(0)} a second by bare SQL: JSON runs at ${(figures.shareOfBareSql * 100).toFixed(0)} % of it`,
    )
    return figures
  } finally {
    await client.end()
    await closePayload(payload)
  }
}

async function runGhost(): Promise<object> {
  const payload = await loadPayload()
  await applyMigrations(migrations, async () => payload, { onWait: () => {}, onStep: () => {} })
  try {
    const figures = await benchGhost(payload, ghostMegabytes)
    say.line(`A Ghost export of ${figures.megabytes} MB with ${figures.posts} posts`)
    say.line(
      `  read whole and ${figures.imported} posts imported in ${figures.seconds.toFixed(0)} s, ${figures.megabytesPerSecond.toFixed(0)} MB/s; bare reading ${figures.bareReadMegabytesPerSecond.toFixed(0)} MB/s`,
    )
    say.line(`  memory ${figures.memoryBeforeMb} MB before, ${figures.memoryPeakMb} MB at most`)
    return figures
  } finally {
    await closePayload(payload)
  }
}

async function runWordPress(): Promise<object> {
  const payload = await loadPayload()
  await applyMigrations(migrations, async () => payload, { onWait: () => {}, onStep: () => {} })
  try {
    const figures = await benchWordPress(payload, wordPressMegabytes)
    say.line(`A WordPress export of ${figures.megabytes} MB with ${figures.posts} posts`)
    say.line(
      `  read and planned in ${figures.secondsToFirst.toFixed(0)} s (bare reading ${figures.bareReadSeconds.toFixed(1)} s), then ${figures.imported} posts at ${figures.documentsPerSecond.toFixed(1)} a second`,
    )
    say.line(`  memory ${figures.memoryBeforeMb} MB before, ${figures.memoryPeakMb} MB at most`)
    return figures
  } finally {
    await closePayload(payload)
  }
}

async function runReads(address: string): Promise<object> {
  const account = { email: 'bench@example.com', password: randomBytes(12).toString('base64url') }
  setEnv({ ADMIN_EMAIL: account.email, ADMIN_PASSWORD: account.password })
  const payload = await loadPayload()
  await applyMigrations(migrations, async () => payload, { onWait: () => {}, onStep: () => {} })
  await ensureFirstAdmin(payload)
  await closePayload(payload)
  const beside = await createBeside(address, 'plain')
  const sized: Sized[] = []
  try {
    // A copy is made of a database that nobody uses, so from another one.
    for (const articles of sizes)
      sized.push({ articles, ...(await createBeside(address, String(articles), beside.client)) })
    const ours = await connectDatabase(address)
    try {
      const databases = { ours, sized, plain: beside.client, plainAddress: beside.address }
      const figures = await benchReads(databases, account, (name, done) =>
        say.line(`  ${name} ${JSON.stringify(done)}`),
      )
      showReads(figures)
      return figures
    } finally {
      await ours.end()
    }
  } finally {
    await dropAll(address, [beside, ...sized])
  }
}

function showReads(figures: ReadFigures): void {
  say.line(`Reads of ${figures.articles} articles, answers a second at 16 connections (p99 in ms)`)
  const heads = ['bare', 'plain Payload', 'uncached', 'cached']
  say.line(`  ${''.padEnd(22)}${heads.map((word) => word.padStart(18)).join('')}`)
  for (const [name, by] of Object.entries(figures.workloads)) {
    const cells = [by.bare, by.payload, by.uncached, by.cached].map((run) =>
      run ? `${run.perSecond.toFixed(0)} (${run.p99.toFixed(0)})` : '–',
    )
    say.line(`  ${name.padEnd(22)}${cells.map((cell) => cell.padStart(18)).join('')}`)
  }
  for (const [name, ratio] of Object.entries(figures.ratios)) say.line(`  ${name}: ${ratio.toFixed(2)} ×`)
  const { medians, spread, w3At100000 } = figures.growth
  for (const [size, by] of Object.entries(medians)) {
    const cells = Object.entries(by).map(([name, ms]) => `${name} ${ms.toFixed(1)} ms`)
    say.line(`  ${size} articles, uncached without totals: ${cells.join(', ')}`)
  }
  for (const [name, times] of Object.entries(spread)) say.line(`  ${name} grows ${times.toFixed(2)} ×`)
  say.line(
    `  W3 at 100000: ${w3At100000.uncached.perSecond.toFixed(1)} without totals, plain ${w3At100000.payload.perSecond.toFixed(1)}: ${w3At100000.ratio.toFixed(0)} ×`,
  )
  say.line(`  web process: ${figures.webMegabytes} MB; the whole took ${figures.took} s`)
}

async function runSearch(address: string): Promise<object> {
  const payload = await loadPayload()
  await applyMigrations(migrations, async () => payload, { onWait: () => {}, onStep: () => {} })
  const client = await connectDatabase(address)
  try {
    const figures = await benchSearch(payload, client, searchedArticles)
    const { p50, p95, p99, bareSql, slowest } = figures
    say.line(
      `${figures.queries} queries on ${figures.articles} articles, ${figures.rounds} rounds, nothing kept`,
    )
    say.line(`  ${p50.toFixed(0)} ms (p50), ${p95.toFixed(0)} ms (p95), ${p99.toFixed(0)} ms (p99)`)
    say.line(
      `  by one bare statement that ranks all it finds, ${bareSql.p50.toFixed(0)} and ${bareSql.p95.toFixed(0)} ms`,
    )
    for (const { query, ms } of slowest) say.line(`  slowest: ${query}, ${ms.toFixed(0)} ms`)
    if (figures.empty.length > 0) say.line(`  found nothing: ${figures.empty.join(', ')}`)
    return figures
  } finally {
    await client.end()
    await closePayload(payload)
  }
}

async function runSite(): Promise<object> {
  const folder = mkdtempSync(join(tmpdir(), 'masthead-bench-'))
  setEnv({ DATA_DIR: folder, APP_ENV: 'production' })
  try {
    const payload = await loadPayload()
    await applyMigrations(migrations, async () => payload, { onWait: () => {}, onStep: () => {} })
    await seedDemo(payload, () => {}, { isForced: true })
    await closePayload(payload)
    const figures = await benchSite()
    say.line(`Lighthouse, medians of ${figures.runs}; scripts as brotli sends them`)
    for (const [name, { scores, metrics, ...bytes }] of Object.entries(figures.pages)) {
      say.line(
        `  ${name}: ${Object.entries(scores)
          .map(([category, score]) => `${category} ${score.toFixed(0)}`)
          .join(', ')}`,
      )
      say.line(
        `    largest paint ${(metrics.largestPaintMs / 1000).toFixed(1)} s, blocking ${metrics.blockingMs.toFixed(0)} ms, layout shift ${metrics.layoutShift.toFixed(3)}`,
      )
      say.line(
        `    scripts ${(bytes.scripts / 1024).toFixed(1)} KB, ${(bytes.scriptsBeyondFramework / 1024).toFixed(1)} KB beyond the framework's ${(figures.frameworkScripts / 1024).toFixed(1)} KB`,
      )
    }
    return figures
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
