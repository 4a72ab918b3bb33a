import { Pool } from 'undici'

export interface LoadFigures {
  perSecond: number
  /** Milliseconds. */
  p99: number
}

export interface Ask {
  path: string
  method?: 'GET' | 'POST'
  headers?: Record<string, string>
  body?: string
  /** 304 is an answer too. */
  status?: number
  /** Looks at the answer. @throws when it is wrong. */
  check?: (text: string) => void
}

const connections = 16

/** Asks from sixteen connections, one request after the other on each. @throws on the first answer that is not as told. */
export async function load(origin: string, seconds: number, next: () => Ask): Promise<LoadFigures> {
  const pool = new Pool(origin, { connections, pipelining: 1 })
  const times: number[] = []
  const end = performance.now() + seconds * 1000
  const startedAt = performance.now()
  const one = async () => {
    while (performance.now() < end) {
      const { path, method = 'GET', headers, body, status = 200, check } = next()
      const askedAt = performance.now()
      const answer = await pool.request({ path, method, headers, body })
      const text = check || answer.statusCode !== status ? await answer.body.text() : undefined
      await answer.body.dump({ limit: 10_000_000 }).catch(() => {})
      times.push(performance.now() - askedAt)
      if (answer.statusCode !== status)
        throw new Error(`${method} ${path} answered ${answer.statusCode}: ${text?.slice(0, 300)}`)
      check?.(text ?? '')
    }
  }
  await Promise.all(Array.from({ length: connections }, one))
  const elapsed = (performance.now() - startedAt) / 1000
  await pool.close()
  times.sort((a, b) => a - b)
  return { perSecond: times.length / elapsed, p99: times[Math.floor(times.length * 0.99)] ?? Number.NaN }
}
