import { type Dirent, realpathSync } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import type { ImportIssue } from '../../neutral'

const skippedFolders = new Set([
  'node_modules',
  'vendor',
  '_site',
  'public',
  'dist',
  'resources',
  '__pycache__',
  'target',
])

/**
 * Files below `root`, sorted, with forward slashes. Links are followed inside of the folder only, and a folder is
 * entered once, so that a loop of links ends.
 */
export async function listFiles(root: string, issues: ImportIssue[]): Promise<string[]> {
  const files: string[] = []
  const entered = new Set<string>()
  await walk('')
  return files.sort()

  async function walk(folder: string): Promise<void> {
    const path = await realpath(join(root, folder)).catch(() => undefined)
    if (!path || entered.has(path)) return
    entered.add(path)
    const entries = await entriesOf(root, folder, issues)
    for (const entry of entries) {
      if (entry.name.startsWith('.')) continue
      const file = folder ? `${folder}/${entry.name}` : entry.name
      const kind = entry.isSymbolicLink() ? await linkKind(root, file, issues) : kindOf(entry)
      if (kind === 'file') files.push(file)
      else if (
        kind === 'folder' &&
        !(folder === '' && skippedFolders.has(entry.name)) &&
        entry.name !== 'node_modules'
      ) {
        await walk(file)
      }
    }
  }
}

type Kind = 'file' | 'folder' | undefined

function kindOf(entry: Dirent): Kind {
  return entry.isDirectory() ? 'folder' : entry.isFile() ? 'file' : undefined
}

async function entriesOf(root: string, folder: string, issues: ImportIssue[]): Promise<Dirent[]> {
  try {
    return await readdir(join(root, folder), { withFileTypes: true })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    issues.push(problem('FILE_UNREADABLE', folder || '.', `The folder cannot be read (${code}).`))
    return []
  }
}

async function linkKind(root: string, file: string, issues: ImportIssue[]): Promise<Kind> {
  const target = await realpath(join(root, file)).catch(() => undefined)
  if (!target) {
    if (isDocument(file)) issues.push(problem('FILE_MISSING', file, 'The link leads nowhere.'))
    return undefined
  }
  const top = realpathSync(root)
  if (target !== top && !target.startsWith(top + sep)) {
    issues.push(problem('OUTSIDE_OF_FOLDER', file, 'The link leaves the folder.'))
    return undefined
  }
  const found = await stat(target)
  return found.isDirectory() ? 'folder' : found.isFile() ? 'file' : undefined
}

function problem(code: string, file: string, message: string): ImportIssue {
  return { code, severity: 'error', file, message }
}

export function isDocument(file: string): boolean {
  return /\.(?:md|mdx|markdown|mkd|mkdn|mdown)$/i.test(file)
}
