/** A Ghost export larger than memory should be: time and memory of reading it, and of importing its first posts. */
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Payload } from 'payload'
import { importContent } from '@/src/domains/publishing/importing'
import { peakMemory } from './peakMemory'

export type GhostFigures = {
  megabytes: number
  posts: number
  imported: number
  seconds: number
  megabytesPerSecond: number
  memoryBeforeMb: number
  memoryPeakMb: number
  /** The bytes read from the same file without looking at them. */
  bareReadMegabytesPerSecond: number
}

const importedPosts = 200

export async function benchGhost(payload: Payload, megabytes: number): Promise<GhostFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'masthead-bench-'))
  const path = join(folder, 'ghost.json')
  try {
    const posts = await writeExport(path, megabytes)
    const size = (await stat(path)).size / 1024 / 1024
    const bare = await readBare(path)
    const { result, peakMb, beforeMb } = await peakMemory(() =>
      importContent({ payload }, { kind: 'ghost', path, limit: importedPosts }),
    )
    const seconds = result.durationMs / 1000
    return {
      megabytes: Math.round(size),
      posts,
      imported: result.documents.imported,
      seconds,
      megabytesPerSecond: size / seconds,
      memoryBeforeMb: beforeMb,
      memoryPeakMb: peakMb,
      bareReadMegabytesPerSecond: size / bare,
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Posts of about 20 kB, as long articles are. */
async function writeExport(path: string, megabytes: number): Promise<number> {
  const words = 'The quick brown fox jumps over the lazy dog and tells nobody what it was for. '.repeat(4)
  const children = Array.from({ length: 50 }, () => ({
    type: 'paragraph',
    children: [{ type: 'extended-text', text: words, format: 0 }],
  }))
  const lexical = JSON.stringify({ root: { type: 'root', children } })
  let count = 0
  function* lines() {
    yield '{"db":[{"meta":{"version":"5.130.6"},"data":{"posts":['
    for (let bytes = 0; bytes < megabytes * 1024 * 1024; count += 1) {
      const post = {
        id: `p${count}`,
        title: `Post ${count}`,
        slug: `post-${count}`,
        type: 'post',
        status: 'published',
        visibility: 'public',
        published_at: '2024-01-01T00:00:00.000Z',
        author_id: 'u1',
        lexical,
        html: null,
      }
      const line = (count ? ',\n' : '') + JSON.stringify(post)
      bytes += line.length
      yield line
    }
    yield '],"users":[{"id":"u1","name":"Ada","slug":"ada"}],"tags":[],"posts_tags":[]}}]}'
  }
  await pipeline(Readable.from(lines()), createWriteStream(path))
  return count
}

async function readBare(path: string): Promise<number> {
  const startedAt = performance.now()
  let bytes = 0
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>)
    bytes += chunk.length
  if (bytes === 0) throw new Error('Nothing was read.')
  return (performance.now() - startedAt) / 1000
}
