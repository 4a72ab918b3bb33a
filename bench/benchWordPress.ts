/** A WordPress export larger than memory should be: time and memory of reading it, and of importing its first posts. */
import { createReadStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Payload } from 'payload'
import { importContent } from '@/src/domains/publishing/importing'
import { writeExport } from '@/src/domains/publishing/importing/fixtures/writeExport'
import { peakMemory } from './peakMemory'

export type WordPressFigures = {
  megabytes: number
  posts: number
  imported: number
  seconds: number
  /** Until the first post is written: the whole file read once, and every address planned. */
  secondsToFirst: number
  documentsPerSecond: number
  memoryBeforeMb: number
  memoryPeakMb: number
  /** The bytes read from the same file without looking at them. */
  bareReadSeconds: number
}

const importedPosts = 500

export async function benchWordPress(payload: Payload, megabytes: number): Promise<WordPressFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'masthead-bench-'))
  const path = join(folder, 'export.xml')
  try {
    const posts = await writeExport(path, { bytes: megabytes * 1024 * 1024 })
    const size = (await stat(path)).size / 1024 / 1024
    const bareReadSeconds = await readBare(path)
    const startedAt = performance.now()
    let secondsToFirst = 0
    const { result, peakMb, beforeMb } = await peakMemory(() =>
      importContent({ payload }, { kind: 'wordpress', path, limit: importedPosts, download: false }, () => {
        secondsToFirst ||= (performance.now() - startedAt) / 1000
      }),
    )
    const seconds = (performance.now() - startedAt) / 1000
    return {
      megabytes: Math.round(size),
      posts,
      imported: result.documents.imported,
      seconds,
      secondsToFirst,
      documentsPerSecond: (result.documents.imported - 1) / (seconds - secondsToFirst),
      memoryBeforeMb: beforeMb,
      memoryPeakMb: peakMb,
      bareReadSeconds,
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function readBare(path: string): Promise<number> {
  const startedAt = performance.now()
  let bytes = 0
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Buffer>)
    bytes += chunk.length
  if (bytes === 0) throw new Error('Nothing was read.')
  return (performance.now() - startedAt) / 1000
}
