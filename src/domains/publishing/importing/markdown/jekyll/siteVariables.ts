/** What Liquid can see of a Jekyll site: `site.*` and the texts of `_includes`. */
import { DocumentError, type ImportIssue } from '../../neutral'
import type { FolderEntry } from '../readFolder'
import { readData, type SiteConfig } from '../site/siteConfig'
import { readText } from '../source/readText'
import { type Data, isData } from '../source/values'

const limits = { fileBytes: 2_000_000, allBytes: 50_000_000 }

export async function readIncludes(
  root: string,
  files: string[],
  issues: ImportIssue[],
): Promise<Record<string, string>> {
  const includes: Record<string, string> = {}
  let bytes = 0
  for (const file of files) {
    if (!file.startsWith('_includes/')) continue
    const text = await textOrIssue(root, file, issues)
    if (text === undefined) continue
    bytes += text.length
    if (bytes > limits.allBytes) break
    includes[file.slice('_includes/'.length)] = text
  }
  return includes
}

export async function jekyllSite(
  root: string,
  files: string[],
  site: SiteConfig,
  entries: FolderEntry[],
  issues: ImportIssue[],
): Promise<Data> {
  const documents: Record<string, Data[]> = {}
  for (const { collection, page } of entries) {
    const name = collection ?? 'pages'
    documents[name] ??= []
    documents[name].push(page)
  }
  documents.posts?.sort((a, b) => String(b.date ?? '').localeCompare(String(a.date ?? '')))
  return {
    ...site.raw,
    ...documents,
    url: site.url ?? '',
    baseurl: site.basePath,
    data: await readDataFiles(root, files, issues),
    collections: Object.entries(documents).map(([label, docs]) => ({ label, docs })),
  }
}

async function readDataFiles(root: string, files: string[], issues: ImportIssue[]): Promise<Data> {
  const data: Data = {}
  for (const file of files) {
    const path = /^_data\/(.+)\.(?:ya?ml|json|toml)$/.exec(file)?.[1]?.split('/')
    if (!path) continue
    const text = await textOrIssue(root, file, issues)
    if (text === undefined) continue
    const value = parsed(file, text, issues)
    const folder = path.slice(0, -1).reduce<Data>((parent, name) => {
      const child = isData(parent[name]) ? parent[name] : {}
      parent[name] = child
      return child as Data
    }, data)
    folder[path.at(-1) ?? ''] = value
  }
  return data
}

function parsed(file: string, text: string, issues: ImportIssue[]): unknown {
  try {
    return readData(file, text)
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error
    issues.push({
      code: 'MALFORMED_DATA',
      severity: 'warning',
      file,
      line: error.line,
      message: error.message,
    })
    return undefined
  }
}

async function textOrIssue(root: string, file: string, issues: ImportIssue[]): Promise<string | undefined> {
  try {
    return (await readText(root, file, limits.fileBytes)).text
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error
    issues.push({ code: error.code, severity: 'warning', file, message: error.message })
    return undefined
  }
}
