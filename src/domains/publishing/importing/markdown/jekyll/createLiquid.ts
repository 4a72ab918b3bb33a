/** Liquid as Jekyll extends it, without any access to files: what can be included is handed in as text. */
import { Liquid } from 'liquidjs'
import { DocumentError } from '../../neutral'
import { registerTags, type TagSettings } from './tags'
import { registerUnknownTag } from './unknownTags'

export type LiquidSite = {
  includes: Record<string, string>
  /** `site` of the templates. */
  site: Record<string, unknown>
  timeZone: string
  readRelative: (page: Record<string, unknown>, file: string) => string
}

export type Report = (code: string, message: string, line?: number) => void
export type RenderPage = (source: string, page: Record<string, unknown>, report: Report) => string

const limits = {
  parseLimit: 20_000_000,
  renderLimit: 5_000,
  memoryLimit: 200_000_000,
  templateLimit: 500_000,
}
const unknownTagLimit = 50

export function createLiquid({ includes, site, timeZone, readRelative }: LiquidSite): RenderPage {
  const settings: TagSettings = { report: () => {}, readRelative, page: {}, relativeIncludes: 0 }
  const engine = new Liquid({
    fs: inMemory(includes),
    root: ['/'],
    relativeReference: false,
    jekyllInclude: true,
    jekyllWhere: true,
    dynamicPartials: false,
    cache: true,
    ownPropertyOnly: true,
    timezoneOffset: timeZone,
    ...limits,
  })
  registerTags(engine, settings)
  registerFilters(engine, site)

  return (source, page, report) => {
    Object.assign(settings, { report, page, relativeIncludes: 0 })
    for (let attempt = 0; attempt < unknownTagLimit; attempt += 1) {
      try {
        return engine.renderSync(
          engine.parse(source),
          { site, page, content: '', include: {} },
          { ...limits },
        )
      } catch (error) {
        const tag = /tag "([^"\s]+)" not found/.exec((error as Error).message)?.[1]
        if (!tag) throw asDocumentError(error)
        registerUnknownTag(engine, tag, isBlockTag(tag, source, includes), settings)
      }
    }
    throw new DocumentError('LIQUID_ERROR', `More than ${unknownTagLimit} unknown Liquid tags.`)
  }
}

/** What is not there becomes a tag that says so in the report, so that the document still arrives. */
function inMemory(includes: Record<string, string>) {
  const textOf = (file: string) =>
    includes[file.replace(/^\/+/, '')] ?? `{% missing_include ${file.replace(/[%{}]/g, '')} %}`
  return {
    sep: '/',
    exists: async () => true,
    existsSync: () => true,
    contains: async () => true,
    containsSync: () => true,
    readFile: async (file: string) => textOf(file),
    readFileSync: (file: string) => textOf(file),
    resolve: (_folder: string, file: string) => file.replace(/^\/+/, ''),
    dirname: () => '/',
  }
}

function asDocumentError(error: unknown): DocumentError {
  if (error instanceof DocumentError) return error
  const { message, originalError, token } = error as Error & {
    originalError?: Error
    token?: { getPosition?: () => number[]; file?: string }
  }
  if (originalError instanceof DocumentError) return originalError
  const code = /call stack/i.test(message)
    ? 'INCLUDE_LOOP'
    : /limit exceeded/i.test(message)
      ? 'LIQUID_LIMIT'
      : 'LIQUID_ERROR'
  return new DocumentError(
    code,
    message.split('\n')[0] ?? message,
    token?.file ? undefined : token?.getPosition?.()[0],
  )
}

/** Pairs are told by their end tag, in the document or in what it includes. */
function isBlockTag(tag: string, source: string, includes: Record<string, string>): boolean {
  const end = new RegExp(`\\{%-?\\s*end_?${tag.replace(/[^\w]/g, '\\$&')}\\b`)
  return end.test(source) || Object.values(includes).some((text) => end.test(text))
}

function registerFilters(engine: Liquid, site: Record<string, unknown>): void {
  const base = String(site.baseurl ?? '')
  const origin = String(site.url ?? '')
  const isAbsolute = (value: unknown) => /^(?:[a-z]+:)?\/\//i.test(String(value))
  const relative = (value: unknown) =>
    isAbsolute(value) ? String(value) : `${base}/${String(value ?? '').replace(/^\//, '')}`
  engine.registerFilter('relative_url', relative)
  engine.registerFilter('absolute_url', (value: unknown) =>
    isAbsolute(value) ? String(value) : origin + relative(value),
  )
  engine.registerFilter('markdownify', (value: unknown) => value)
  engine.registerFilter('smartify', (value: unknown) => value)
}
