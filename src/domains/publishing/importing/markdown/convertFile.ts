/** Second pass, one file: text to neutral body. Runs in a reader thread. */
import { readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { DocumentError, type ImportIssue, type NeutralBody } from '../neutral'
import { convertMarkdown } from './body/convertMarkdown'
import { expandShortcodes } from './hugo/expandShortcodes'
import { createLiquid, type RenderPage } from './jekyll/createLiquid'
import type { Flavour } from './site/siteConfig'
import { splitFrontMatter } from './source/frontMatter'
import { readText } from './source/readText'

export type ReaderContext = {
  root: string
  flavour: Flavour
  includes: Record<string, string>
  site: Record<string, unknown>
  timeZone: string
  wanted: string[]
  maxBytes: number
}

export type FileToConvert = { file: string; sourceId: string; page: Record<string, unknown> }
export type ConvertFile = (input: FileToConvert) => Promise<NeutralBody>

export function fileConverter(context: ReaderContext): ConvertFile {
  const wantedFragments = new Set(context.wanted)
  const liquid = context.flavour === 'jekyll' ? liquidOf(context) : undefined
  return async ({ file, sourceId, page }) => {
    const { text } = await readText(context.root, file, context.maxBytes)
    const { content, lineOffset } = splitFrontMatter(text)
    const issues: ImportIssue[] = []
    const report = (code: string, message: string, line?: number) => {
      if (issues.filter((issue) => issue.code === code && issue.message === message).length > 0) return
      issues.push({
        code,
        severity: 'warning',
        file,
        message,
        ...(line === undefined ? {} : { line: line + lineOffset }),
      })
    }
    const source = expanded(content, {
      liquid,
      flavour: context.flavour,
      page: { ...page, content: '' },
      report,
      lineOffset,
    })
    const dialect = {
      kramdown: context.flavour === 'jekyll',
      mdx: /\.mdx$/i.test(file),
      wiki: context.flavour === 'plain',
      smart: context.flavour !== 'plain',
    }
    const body = convertMarkdown({ source, file, sourceId, dialect, wantedFragments, lineOffset })
    return { ...body, issues: [...issues, ...body.issues] }
  }
}

type Expansion = {
  liquid: RenderPage | undefined
  flavour: Flavour
  page: Record<string, unknown>
  report: (code: string, message: string, line?: number) => void
  lineOffset: number
}

function expanded(content: string, { liquid, flavour, page, report, lineOffset }: Expansion): string {
  if (flavour === 'hugo') return expandShortcodes(content, report)
  if (!liquid || !/\{[{%]/.test(content) || page.render_with_liquid === false) return content
  try {
    return liquid(content, page, report)
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error
    throw new DocumentError(
      error.code,
      error.message,
      error.line === undefined ? undefined : error.line + lineOffset,
    )
  }
}

function liquidOf({ root, includes, site, timeZone }: ReaderContext): RenderPage {
  const readRelative = (page: Record<string, unknown>, file: string) => {
    const path = join(root, dirname(String(page.path ?? '')), file)
    const real = realPath(path)
    if (!real?.startsWith(root + sep))
      throw new DocumentError('OUTSIDE_OF_FOLDER', `“${file}” is not inside of the folder.`)
    if (statSync(real).size > 2_000_000)
      throw new DocumentError('FILE_TOO_LARGE', `“${file}” is too large to include.`)
    return readFileSync(real, 'utf8')
  }
  return createLiquid({ includes, site, timeZone, readRelative })
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(path)
  } catch {
    return undefined
  }
}
