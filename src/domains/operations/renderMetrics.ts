/** All that Prometheus is told: what this process counts of itself, and what the database knows of the queue. */
import type { Client, Pool } from 'pg'
import { Gauge, Registry } from 'prom-client'
import { readJobMetrics } from '@/src/domains/automation'
import { log } from '@/src/platform/log'
import { renderProcessMetrics } from '@/src/platform/metrics'

/** Answers also while the database does not: that is when somebody looks. */
export async function renderMetrics(database: Client | Pool): Promise<string> {
  const [ofProcess, ofQueue] = await Promise.all([
    renderProcessMetrics(),
    readJobMetrics(database).catch((error: unknown) => {
      log.warn({ err: error }, 'The queue could not be measured')
      return undefined
    }),
  ])
  return [ofProcess, await sayWhetherUp(ofQueue !== undefined), ofQueue ?? ''].join('\n')
}

function sayWhetherUp(isUp: boolean): Promise<string> {
  const registry = new Registry()
  const help = 'Whether the database answered this scrape.'
  new Gauge({ name: 'masthead_database_up', help, registers: [registry] }).set(isUp ? 1 : 0)
  return registry.metrics()
}
