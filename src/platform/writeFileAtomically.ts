/** Writes a file so that a reader, or a crash, sees the old text or the new, never half of it. */
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'

export function writeFileAtomically(path: string, text: string, mode = 0o644): void {
  const unfinished = `${path}.${process.pid}.tmp`
  const file = openSync(unfinished, 'w', mode)
  try {
    writeSync(file, text)
    fsyncSync(file)
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  } finally {
    closeSync(file)
  }
  renameSync(unfinished, path)
}
