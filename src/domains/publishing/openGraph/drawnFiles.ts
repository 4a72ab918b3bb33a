/** Drawn pictures on this machine's disk, by version. What is lost is drawn again. */
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { env } from '@/src/platform/env'
import { log } from '@/src/platform/log'

/** About 200 MB. */
const mostFiles = 2_000
/** How often the folder is looked through. */
const keptBetweenPrunings = 50

let keptSincePruning = keptBetweenPrunings

function folder(): string {
  return join(env.DATA_DIR, 'drawn')
}

function fileOf(version: string): string {
  return join(folder(), `${version}.jpg`)
}

export async function readDrawn(version: string): Promise<Buffer | null> {
  return readFile(fileOf(version)).catch(() => null)
}

/** A disk that is full, or that nobody may write to, costs time and not the picture. */
export async function keepDrawn(version: string, jpeg: Buffer): Promise<void> {
  const file = fileOf(version)
  const unfinished = `${file}.${process.pid}.tmp`
  try {
    await mkdir(folder(), { recursive: true })
    await writeFile(unfinished, jpeg)
    await rename(unfinished, file)
    keptSincePruning += 1
    if (keptSincePruning > keptBetweenPrunings) await prune()
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => {})
    log.warn({ err: error }, 'A drawn picture could not be kept')
  }
}

/** The oldest go: their articles are asked for least. */
async function prune(): Promise<void> {
  keptSincePruning = 0
  const names = await readdir(folder())
  if (names.length <= mostFiles) return
  const aged = await Promise.all(
    names.map(async (name) => ({
      name,
      at: (await stat(join(folder(), name)).catch(() => null))?.mtimeMs ?? 0,
    })),
  )
  aged.sort((one, other) => one.at - other.at)
  for (const { name } of aged.slice(0, names.length - mostFiles * 0.9))
    await rm(join(folder(), name), { force: true })
}
