/** What Prometheus is told, to whom, and that the shipped alerts and dashboard ask for nothing else. */
import { readFileSync } from 'node:fs'
import { afterEach, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { aJob, aWorker } from '@/src/domains/automation/factories'
import { renderMetrics } from '@/src/domains/operations/renderMetrics'
import { env, setEnv } from '@/src/platform/env'
import { durationBounds } from '@/src/platform/jobs/totals'
import { observeRequest, watchCache } from '@/src/platform/metrics'
import { poolOf } from '@/src/platform/payload/poolOf'
import { impatientPool } from '@/src/platform/postgres/impatientPool'
import { cast, rest, testPayload } from '@/src/testing/harness'

const { ada, eve, mia } = cast()
const token = 'a-token-that-only-tests-use'

afterEach(() => setEnv({ METRICS_TOKEN: undefined }))

async function scrape(): Promise<string> {
  return (await rest('GET /metrics', { as: ada })).bytes.toString()
}

test('only administrators and the token’s holder are told', async () => {
  const code = async (options: Parameters<typeof rest>[1]) => {
    const { status, body } = await rest('GET /metrics', options)
    return [status, body.errors?.[0]?.code]
  }
  const bearer = (given: string) => ({ headers: { Authorization: `Bearer ${given}` } })
  expect(await code({})).toEqual([401, 'SIGN_IN_REQUIRED'])
  expect(await code(bearer(token))).toEqual([401, 'SIGN_IN_REQUIRED'])
  expect(await code({ as: mia })).toEqual([403, 'FORBIDDEN'])
  expect(await code({ as: eve })).toEqual([403, 'FORBIDDEN'])
  setEnv({ METRICS_TOKEN: token })
  expect(await code(bearer(`${token}x`))).toEqual([401, 'SIGN_IN_REQUIRED'])
  expect(await code(bearer(token))).toEqual([200, undefined])
  expect(await code(bearer(ada.token))).toEqual([200, undefined])
  expect(await code({ as: ada })).toEqual([200, undefined])
})

test('the queue, its workers and the totals are told', async () => {
  const pool = poolOf({ payload: await testPayload() })
  await aJob({ queue: 'ai', state: 'waiting', secondsAgo: 50 })
  await aWorker({ host: 'press-1', pid: 7, running: 3, seenSecondsAgo: 4 })
  await pool.query(
    `insert into job_totals (task, queue, outcome, jobs, seconds, buckets)
     values ('publishDocument', 'publishing', 'completed', 3, 1000.22, $1)`,
    [durationBounds.map((bound) => [0.02, 0.2, 1_000].filter((seconds) => seconds <= bound).length)],
  )
  const text = await scrape()
  expect(text).toContain('masthead_queue_jobs{queue="ai",state="waiting"} 1')
  expect(text).toMatch(/masthead_queue_oldest_seconds\{queue="ai"\} 5\d/)
  expect(text).toContain('masthead_workers{state="working"} 1')
  expect(text).toMatch(/masthead_worker_seen_seconds\{host="press-1",pid="7"\} [45]/)
  expect(text).toContain(
    'masthead_jobs_total{task="publishDocument",queue="publishing",outcome="completed"} 3',
  )
  expect(text).toContain('masthead_jobs_total{task="publishDocument",queue="publishing",outcome="failed"} 0')
  const bar = (le: number | string) =>
    `masthead_job_duration_seconds_bucket{task="publishDocument",queue="publishing",outcome="completed",le="${le}"}`
  expect(text).toContain(`${bar(0.01)} 0`)
  expect(text).toContain(`${bar(0.05)} 1`)
  expect(text).toContain(`${bar(durationBounds.at(-1) ?? 0)} 2`)
  expect(text).toContain(`${bar('+Inf')} 3`)
  expect(text).toContain('masthead_database_up 1')
})

test('requests, pools and the process are told; a cache only when there is one', async () => {
  observeRequest('GET', 304, 0.004)
  observeRequest('BREW', 418, 0.3)
  const text = await scrape()
  expect(text).toContain('masthead_http_requests_total{method="GET",status="3xx"} 1')
  expect(text).toContain('masthead_http_requests_total{method="other",status="4xx"} 1')
  expect(text).toContain('masthead_http_request_duration_seconds_bucket{le="0.005",method="GET"} 1')
  expect(text).toMatch(/masthead_pool_connections\{pool="payload",state="max"\} 8/)
  expect(text).toMatch(/masthead_pool_waiting\{pool="payload"\} 0/)
  expect(text).toMatch(/process_resident_memory_bytes \d+/)
  expect(text).toMatch(/nodejs_eventloop_lag_p99_seconds /)
  expect(text).not.toMatch(/^masthead_cache_entries\{/m)
  watchCache('answers', () => ({ entries: 2, bytes: 900, hits: 5, misses: 1 }))
  expect(await scrape()).toContain('masthead_cache_lookups_total{cache="answers",outcome="hit"} 5')
})

test('while the database is away the process still tells of itself', async () => {
  const { DATABASE_URL } = env
  const address = new URL(DATABASE_URL)
  address.port = '1'
  setEnv({ DATABASE_URL: address.href })
  const away = impatientPool('test', 1)
  setEnv({ DATABASE_URL })
  const text = await renderMetrics(away)
  await away.end()
  expect(text).toContain('masthead_database_up 0')
  expect(text).toMatch(/process_resident_memory_bytes \d+/)
  expect(text).not.toContain('masthead_queue_jobs{')
})

const Alerts = z.object({
  groups: z.array(
    z.object({
      name: z.string(),
      rules: z.array(
        z.object({
          alert: z.string().regex(/^Masthead[A-Z]\w+$/),
          expr: z.string(),
          for: z.string().regex(/^\d+[smh]$/),
          labels: z.object({ severity: z.enum(['critical', 'warning']) }),
          annotations: z.object({ summary: z.string(), description: z.string() }),
        }),
      ),
    }),
  ),
})

const Dashboard = z.object({
  panels: z.array(z.object({ title: z.string(), targets: z.array(z.object({ expr: z.string() })) })),
})

test('the shipped alerts and dashboard ask for nothing that is not told', async () => {
  watchCache('answers', () => ({ entries: 2, bytes: 900, hits: 5, misses: 1 }))
  const told = new Set([...(await scrape()).matchAll(/^# TYPE (\w+)/gm)].map(([, name]) => name ?? ''))
  const { groups } = Alerts.parse(parse(readFileSync('docs/operators/alerts.yml', 'utf8')))
  const { panels } = Dashboard.parse(JSON.parse(readFileSync('docs/operators/grafana.json', 'utf8')))
  const rules = groups.flatMap(({ rules }) => rules)
  const queries = [
    ...rules.map(({ expr }) => expr),
    ...panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
  ]
  const named = queries.flatMap((query) => query.match(/\b(?:masthead|nodejs|process)_\w+/g) ?? [])
  expect(named.length).toBeGreaterThan(15)
  const missing = named.filter(
    (name) => !told.has(name) && !told.has(name.replace(/_(bucket|sum|count)$/, '')),
  )
  expect(missing).toEqual([])
  expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length)
})
