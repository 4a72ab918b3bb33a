import { Piscina } from 'piscina'
import { DocumentError, type NeutralBody } from '../neutral'
import { bundleThread } from './bundleThread'
import type { Conversion } from './conversionOf'

export type ReaderPool<Input> = {
  /** @throws DocumentError */
  convert: (input: Input) => Promise<NeutralBody>
  close: () => Promise<void>
}

const limits = { milliseconds: 60_000, threadMemoryMb: 768, threads: 2 }

/**
 * Threads that convert texts, each under limits of time and memory, started by the first text: a run that finds
 * everything as it was needs none. `entry` is the reader's own thread.
 */
export function openReaderPool<Input>(entry: URL, context: unknown): ReaderPool<Input> {
  let threads: ReturnType<typeof startThreads> | undefined
  return {
    async convert(input) {
      threads ??= startThreads(entry, context)
      const { body, failure } = await run((await threads).pool, input)
      if (failure) throw new DocumentError(failure.code, failure.message, failure.line)
      return body
    },
    async close() {
      const started = await threads
      await started?.pool.destroy()
      await started?.thread.remove()
    },
  }
}

async function startThreads(entry: URL, context: unknown) {
  const thread = await bundleThread(entry)
  const pool = new Piscina({
    filename: thread.file,
    workerData: context,
    minThreads: 1,
    maxThreads: limits.threads,
    idleTimeout: 10_000,
    atomics: 'disabled',
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: limits.threadMemoryMb },
  })
  return { pool, thread }
}

async function run(pool: Piscina, input: unknown): Promise<Conversion> {
  try {
    return (await pool.run(input, { signal: AbortSignal.timeout(limits.milliseconds) })) as Conversion
  } catch (error) {
    const { name, code, message } = error as Error & { code?: string }
    if (name === 'AbortError' || name === 'TimeoutError') {
      throw new DocumentError('TOOK_TOO_LONG', `Not read within ${limits.milliseconds / 1000} seconds.`)
    }
    if (code === 'ERR_WORKER_OUT_OF_MEMORY') {
      throw new DocumentError('TOO_MUCH_MEMORY', `Reading it took more than ${limits.threadMemoryMb} MB.`)
    }
    throw new DocumentError('CONVERSION_FAILED', message)
  }
}
