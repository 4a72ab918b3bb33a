/** Runs checks one after the other, shows a line for each, and counts what passed and failed over all runners. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { z } from 'zod'
import { childEnvironment } from '@/src/platform/env'
import { runProgram } from '@/src/platform/runProgram'
import { paint, say } from './say'
import { step } from './steps'

export interface Outcome {
  passed: number
  failed: number
  /** Said behind the name of the step. */
  story: string
  /** What went wrong, for the end of the run. */
  details?: string
  /** Names of tests that could not be run here. */
  notRun?: string[]
}

interface Proof {
  title: string
  run: (tell: (text: string) => void) => Promise<Outcome>
}

/** Ends with `N passed, N failed`; a failure or a runner that crashed makes the command fail. */
export async function runProofs(proofs: Proof[]): Promise<void> {
  const total = { passed: 0, failed: 0 }
  const details: string[] = []
  for (const { title, run } of proofs) {
    const outcome = await prove(title, run)
    total.passed += outcome.passed
    total.failed += outcome.failed
    for (const name of outcome.notRun ?? []) say.quiet(`  not run: ${name}`)
    if (outcome.failed > 0) details.push(`${paint('bold', title)}\n${outcome.details ?? outcome.story}`)
  }
  for (const detail of details) say.line(`\n${detail.trimEnd()}`)
  if (total.failed > 0) process.exitCode = 1
  say.line(`\n${total.passed} passed, ${total.failed} failed`)
}

async function prove(title: string, run: Proof['run']): Promise<Outcome> {
  let outcome: Outcome = { passed: 0, failed: 1, story: 'did not end', details: 'did not end' }
  const work = step(title, async (tell) => {
    outcome = await run(tell).catch(crashed)
    if (outcome.failed > 0) throw new Error(outcome.story)
    return outcome.story
  })
  await work.catch(() => say.line(paint('red', `  ${outcome.story}`)))
  return outcome
}

function crashed(error: unknown): Outcome {
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return { passed: 0, failed: 1, story: 'did not run', details }
}

/** A program that only says yes or no counts as one. */
export async function runTool(args: string[], environment: Record<string, string> = {}): Promise<Outcome> {
  const { status, output } = await runProgram(process.execPath, args, { env: childEnvironment(environment) })
  return status === 0
    ? { passed: 1, failed: 0, story: 'clean' }
    : { passed: 0, failed: 1, story: `failed (exit ${status})`, details: lastLines(output, 80) }
}

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
})

/** @param projects of vitest.config.ts. */
export async function runVitest(projects: string[]): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'masthead-report-'))
  const file = join(folder, 'report.json')
  try {
    const { status, output } = await runProgram(
      process.execPath,
      [
        'node_modules/vitest/vitest.mjs',
        'run',
        ...projects.flatMap((project) => ['--project', project]),
        '--reporter=dot',
        '--reporter=json',
        `--outputFile.json=${file}`,
        '--passWithNoTests',
      ],
      { env: childEnvironment({ NODE_ENV: 'test', NO_COLOR: '1' }) },
    )
    return readVitestReport(file, status, output)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function readVitestReport(file: string, status: number | null, output: string): Outcome {
  const report = vitestReport.parse(JSON.parse(readReport(file, output)))
  const broken = report.testResults.filter(
    ({ status: state, assertionResults }) =>
      state === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  )
  const failures = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter((test) => test.status === 'failed')
      .map(
        (test) =>
          `${paint('red', '✖')} ${relative('.', name)} > ${test.fullName}\n${indent(test.failureMessages?.[0])}`,
      ),
  )
  const suites = broken.map(
    ({ name, message }) => `${paint('red', '✖')} ${relative('.', name)}\n${indent(message)}`,
  )
  const notRun = report.testResults.flatMap(({ assertionResults }) =>
    assertionResults
      .filter((test) => ['skipped', 'pending', 'todo'].includes(test.status))
      .map((test) => test.fullName),
  )
  const counted = report.numFailedTests + broken.length
  const failed = counted === 0 && status !== 0 ? 1 : counted
  return {
    passed: report.numPassedTests,
    failed,
    story: tell(report.numPassedTests, failed, notRun.length),
    notRun,
    details: [...failures, ...suites].join('\n') || lastLines(output, 60),
  }
}

const browserReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  errors: z.array(z.object({ message: z.string().optional() })),
})

export async function runBrowserTests(): Promise<Outcome> {
  const file = 'test-results/browser.json'
  rmSync(file, { force: true })
  const { status, output } = await runProgram(
    process.execPath,
    ['node_modules/@playwright/test/cli.js', 'test'],
    { env: childEnvironment({ NO_COLOR: '1', FORCE_COLOR: '0' }) },
  )
  const { stats, errors } = browserReport.parse(JSON.parse(readReport(file, output)))
  const counted = stats.unexpected + errors.length
  const failed = counted === 0 && status !== 0 ? 1 : counted
  const passed = stats.expected + stats.flaky
  return { passed, failed, story: tell(passed, failed, stats.skipped), details: lastLines(output, 150) }
}

function readReport(file: string, output: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new Error(`The runner ended without a report:\n${lastLines(output, 60)}`)
  }
}

function tell(passed: number, failed: number, skipped: number): string {
  const parts = [
    `${passed} passed`,
    failed > 0 ? `${failed} failed` : '',
    skipped > 0 ? `${skipped} not run` : '',
  ]
  return parts.filter(Boolean).join(', ')
}

function indent(text = ''): string {
  const lines = text.split('\n').filter((line) => !/^\s+at .*(node_modules|node:)/.test(line))
  return lines.slice(0, 30).join('\n').replace(/^/gm, '    ')
}

function lastLines(text: string, count: number): string {
  return text.trimEnd().split('\n').slice(-count).join('\n')
}
