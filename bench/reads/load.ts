import { Connection, type Question } from './Connection'

export interface LoadFigures {
  perSecond: number
  /** Milliseconds. */
  p99: number
}

export interface Ask extends Question {
  method?: 'GET' | 'POST'
  /** 304 is an answer too. */
  status?: number
  /** Looks at the answer. @throws when it is wrong. */
  check?: (text: string) => void
}

const connections = 16

/** Asks from sixteen connections, one request after the other on each. @throws on the first answer that is not as told. */
export async function load(origin: string, seconds: number, next: () => Ask): Promise<LoadFigures> {
  const open = await Promise.all(Array.from({ length: connections }, () => Connection.open(origin)))
  const times: number[] = []
  const startedAt = performance.now()
  const end = startedAt + seconds * 1000
  const one = async (connection: Connection) => {
    while (performance.now() < end) {
      const ask = next()
      const { status = 200, check } = ask
      const askedAt = performance.now()
      const reply = await connection.ask(ask, check !== undefined)
      times.push(performance.now() - askedAt)
      if (reply.status !== status)
        throw new Error(
          `${ask.method ?? 'GET'} ${ask.path} answered ${reply.status}: ${reply.text?.slice(0, 300) ?? ''}`,
        )
      check?.(reply.text ?? '')
    }
  }
  try {
    await Promise.all(open.map(one))
  } finally {
    for (const connection of open) connection.close()
  }
  const elapsed = (performance.now() - startedAt) / 1000
  times.sort((a, b) => a - b)
  return { perSecond: times.length / elapsed, p99: times[Math.floor(times.length * 0.99)] ?? Number.NaN }
}
