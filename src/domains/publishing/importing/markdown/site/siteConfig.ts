/** What the configuration of a Jekyll, Hugo or Astro site says about its documents. Nothing in it is executed. */
import { DocumentError, type ImportIssue } from '../../neutral'
import { readToml, readYaml } from '../source/frontMatter'
import { readText } from '../source/readText'
import { at, type Data, firstString, isData, stringOf } from '../source/values'

export type Flavour = 'jekyll' | 'hugo' | 'astro' | 'plain'

export type SiteConfig = {
  flavour: Flavour
  title?: string
  /** Origin of the published site, without a slash at the end. */
  url?: string
  /** Path under which it is published: empty, or `/blog`. */
  basePath: string
  timeZone: string
  locale?: string
  defaultAuthor?: string
  raw: Data
}

const configFiles: Record<Exclude<Flavour, 'plain'>, RegExp> = {
  jekyll: /^_config\.(?:ya?ml|toml)$/,
  hugo: /^(?:(?:hugo|config)\.(?:toml|ya?ml|json)|config\/_default\/(?:hugo|config|params|languages|permalinks|taxonomies)\.(?:toml|ya?ml|json))$/,
  astro: /^astro\.config\.(?:mjs|js|ts|mts|cjs)$/,
}

export function detectFlavour(files: string[]): Flavour {
  const has = (pattern: RegExp) => files.some((file) => pattern.test(file))
  if (has(configFiles.astro) || has(/^src\/content\//)) return 'astro'
  if (has(configFiles.jekyll) || has(/(?:^|\/)_posts\//)) return 'jekyll'
  if (has(/^(?:hugo\.|config\/_default\/)/) || (has(configFiles.hugo) && has(/^content\//))) return 'hugo'
  if (has(/(?:^|\/)_index\.(?:[\w-]+\.)?md$/)) return 'hugo'
  return 'plain'
}

export async function readSiteConfig(
  root: string,
  files: string[],
  flavour: Flavour,
  issues: ImportIssue[],
): Promise<SiteConfig> {
  if (flavour === 'plain') return { flavour, basePath: '', timeZone: 'UTC', raw: {} }
  const raw: Data = {}
  for (const file of files.filter((name) => configFiles[flavour].test(name))) {
    const data = await readConfigFile(root, file, flavour, issues)
    const part = /_default\/(params|languages|permalinks|taxonomies)\./.exec(file)?.[1]
    Object.assign(raw, part ? { [part]: data } : data)
  }
  return { flavour, ...siteOf(raw), raw }
}

async function readConfigFile(
  root: string,
  file: string,
  flavour: Flavour,
  issues: ImportIssue[],
): Promise<Data> {
  try {
    const { text } = await readText(root, file)
    const value = flavour === 'astro' ? readAstro(text) : readData(file, text)
    return isData(value) ? value : {}
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error
    issues.push({
      code: 'MALFORMED_CONFIG',
      severity: 'warning',
      file,
      line: error.line,
      message: error.message,
    })
    return {}
  }
}

export function readData(file: string, text: string): unknown {
  if (/\.toml$/i.test(file)) return readToml(text)
  if (!/\.json$/i.test(file)) return readYaml(text)
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new DocumentError('MALFORMED_DATA', (error as Error).message)
  }
}

/** The two settings of an Astro configuration that matter here, read and not run. */
function readAstro(text: string): Data {
  const site = /(?:^|[\s,{])site\s*:\s*["'`]([^"'`]+)["'`]/.exec(text)?.[1]
  const base = /(?:^|[\s,{])base\s*:\s*["'`]([^"'`]+)["'`]/.exec(text)?.[1]
  return { ...(site ? { url: site } : {}), ...(base ? { baseurl: base } : {}) }
}

function siteOf(raw: Data) {
  const address = firstString(raw, 'url', 'baseURL', 'baseurl', 'site')
  const parsed =
    address && /^https?:\/\//.test(address) && URL.canParse(address) ? new URL(address) : undefined
  const basePath =
    stringOf(raw.baseurl) && !/^https?:/.test(stringOf(raw.baseurl) ?? '')
      ? String(raw.baseurl)
      : (parsed?.pathname ?? '')
  const author = at(raw, 'author') ?? at(raw, 'params.author')
  return {
    title: firstString(raw, 'title', 'name'),
    url: parsed?.origin,
    basePath: basePath.replace(/\/+$/, '').replace(/^([^/])/, '/$1'),
    timeZone: firstString(raw, 'timezone', 'timeZone') ?? 'UTC',
    locale: firstString(raw, 'lang', 'locale', 'defaultContentLanguage', 'languageCode'),
    defaultAuthor: isData(author) ? firstString(author, 'name') : stringOf(author),
  }
}
