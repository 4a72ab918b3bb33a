import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isZip, unpackZip } from './unpackZip'

export type Folder = { path: string; remove: () => Promise<void> }

/** The folder that a path names, or the one that a ZIP holds. A ZIP often has one folder in which everything lies. */
export async function folderOf(path: string): Promise<Folder> {
  const found = await stat(path).catch(() => undefined)
  if (!found?.isFile() || !(await isZip(path))) return { path, remove: async () => {} }
  const { folder, remove } = await unpackZip(path)
  const entries = await readdir(folder, { withFileTypes: true })
  const [only] = entries
  const inner = entries.length === 1 && only?.isDirectory() ? join(folder, only.name) : folder
  return { path: inner, remove }
}
