/** What a reader's browser makes of the site: Lighthouse's judgement, and the weight of its scripts beside the framework's own. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { launch } from 'chrome-launcher'
import lighthouse, { type RunnerResult as Result } from 'lighthouse'
import { findBrowser } from '@/src/cli/support/findBrowser'
import { childEnvironment } from '@/src/platform/env'
import { median } from './median'
import { startWeb, stopAll } from './reads/contenders'
import { scriptBytes } from './site/scriptBytes'

const runs = 5
const pages = { home: '/', article: '/articles/how-to-read-an-order-book' }
const bareFolder = 'bench/site/bareNext'
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const
const metrics = {
  firstPaintMs: 'first-contentful-paint',
  largestPaintMs: 'largest-contentful-paint',
  blockingMs: 'total-blocking-time',
  layoutShift: 'cumulative-layout-shift',
  totalBytes: 'total-byte-weight',
} as const

export interface PageFigures {
  /** Of 100, the median of the runs. */
  scores: Record<(typeof categories)[number], number>
  /** Medians of the runs, on Lighthouse's slow phone. */
  metrics: Record<keyof typeof metrics, number>
  /** Bytes with brotli. */
  scripts: number
  scriptsBeyondFramework: number
}

export interface SiteFigures {
  runs: number
  /** Bytes with brotli of the scripts of an empty page of the same framework. */
  frameworkScripts: number
  pages: Record<string, PageFigures>
}

export async function benchSite(): Promise<SiteFigures> {
  const frameworkScripts = measureFramework()
  const web = await startWeb()
  const browser = await findBrowser()
  const chrome = await launch({
    chromePath: browser.executablePath,
    envVars: { ...childEnvironment({}), ...browser.environment },
    chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  })
  try {
    const figures: SiteFigures['pages'] = {}
    for (const [name, path] of Object.entries(pages)) {
      const url = `${web.origin}${path}`
      const scripts = scriptBytes(await (await fetch(url)).text(), '.next')
      figures[name] = {
        ...(await judge(url, chrome.port)),
        scripts,
        scriptsBeyondFramework: scripts - frameworkScripts,
      }
    }
    return { runs, frameworkScripts, pages: figures }
  } finally {
    chrome.kill()
    await stopAll([web])
  }
}

async function judge(url: string, port: number): Promise<Pick<PageFigures, 'scores' | 'metrics'>> {
  const reports: Result['lhr'][] = []
  // The first finds nothing in memory yet, and is not counted.
  for (let run = 0; run <= runs; run += 1) {
    const result = await lighthouse(url, { port, output: 'json', logLevel: 'error' })
    if (!result) throw new Error(`Lighthouse could not judge ${url}.`)
    if (run > 0) reports.push(result.lhr)
  }
  return {
    scores: mapValues(categories, (name) =>
      median(reports.map((report) => 100 * (report.categories[name]?.score ?? 0))),
    ),
    metrics: mapValues(Object.keys(metrics) as (keyof typeof metrics)[], (name) =>
      median(reports.map((report) => report.audits[metrics[name]]?.numericValue ?? Number.NaN)),
    ),
  }
}

function measureFramework(): number {
  if (!existsSync(`${bareFolder}/.next/BUILD_ID`)) {
    execFileSync(process.execPath, ['node_modules/next/dist/bin/next', 'build', bareFolder], {
      env: childEnvironment({ NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }),
      stdio: 'ignore',
    })
  }
  return scriptBytes(readFileSync(`${bareFolder}/.next/server/app/index.html`, 'utf8'), `${bareFolder}/.next`)
}

function mapValues<Name extends string>(names: readonly Name[], read: (name: Name) => number) {
  return Object.fromEntries(names.map((name) => [name, read(name)])) as Record<Name, number>
}
