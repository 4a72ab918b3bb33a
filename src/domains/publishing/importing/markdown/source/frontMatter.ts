import { parse as parseToml } from 'smol-toml'
import { parseDocument } from 'yaml'
import { DocumentError } from '../../neutral'

export type FrontMatter = {
  data: Record<string, unknown>
  content: string
  /** Lines before the content. */
  lineOffset: number
  has: boolean
}

/** Front matter in YAML (`---`), TOML (`+++`) or JSON (`{`). gray-matter is not used: it can run code. */
export function splitFrontMatter(text: string): FrontMatter {
  const source = text.replace(/^(?:[ \t]*\n)+/, '')
  const skipped = text.slice(0, text.length - source.length).split('\n').length - 1
  const fence = /^(---|\+\+\+|;;;)[ \t]*(?:yaml|toml|json)?[ \t]*\n/.exec(source)
  if (fence) return fenced(source, fence, skipped)
  if (/^\{\s*(?:"|\n\s*")/.test(source)) return json(source, skipped)
  return { data: {}, content: text, lineOffset: 0, has: false }
}

/** Value of a YAML text. @throws DocumentError naming the line. Aliases are limited by the library. */
export function readYaml(source: string, lineOffset = 0): unknown {
  const document = parseDocument(source, { uniqueKeys: false, strict: false, logLevel: 'silent' })
  const [error] = document.errors
  if (error) {
    throw new DocumentError(
      'MALFORMED_FRONT_MATTER',
      firstLine(error.message),
      (error.linePos?.[0].line ?? 1) + lineOffset,
    )
  }
  try {
    return document.toJS({ maxAliasCount: 100 })
  } catch (cause) {
    throw new DocumentError('MALFORMED_FRONT_MATTER', firstLine((cause as Error).message), 1 + lineOffset)
  }
}

export function readToml(source: string, lineOffset = 0): unknown {
  try {
    return parseToml(source)
  } catch (cause) {
    const { message, line } = cause as Error & { line?: number }
    throw new DocumentError('MALFORMED_FRONT_MATTER', firstLine(message), (line ?? 1) + lineOffset)
  }
}

function fenced(source: string, fence: RegExpExecArray, skipped: number): FrontMatter {
  const mark = fence[1] ?? '---'
  const start = fence[0].length
  const end = new RegExp(
    `^${mark === '---' ? '(?:---|\\.\\.\\.)' : mark.replaceAll('+', '\\+')}[ \\t]*$`,
    'm',
  )
  const rest = source.slice(start)
  const found = end.exec(rest)
  if (!found) {
    // A thematic break can open a text as well; it is front matter only if it reads like it.
    if (mark === '---' && !/^[\w-]+[ \t]*:/.test(rest))
      return { data: {}, content: source, lineOffset: skipped, has: false }
    throw new DocumentError(
      'MALFORMED_FRONT_MATTER',
      `The front matter is never closed with ${mark}.`,
      skipped + 1,
    )
  }
  const matter = rest.slice(0, found.index)
  const content = rest.slice(found.index + found[0].length).replace(/^\n/, '')
  const lineOffset = skipped + 2 + matter.split('\n').length - 1
  const value = mark === '+++' ? readToml(matter, skipped + 1) : readYaml(matter, skipped + 1)
  if (value !== null && value !== undefined && (typeof value !== 'object' || Array.isArray(value))) {
    throw new DocumentError('MALFORMED_FRONT_MATTER', 'The front matter is not a set of keys.', skipped + 1)
  }
  return { data: (value ?? {}) as Record<string, unknown>, content, lineOffset, has: true }
}

/** Hugo's JSON front matter has no marks: it ends with the brace that closes the first one. */
function json(source: string, skipped: number): FrontMatter {
  const end = closingBrace(source)
  const matter = source.slice(0, end + 1)
  try {
    const data = JSON.parse(matter) as Record<string, unknown>
    return {
      data,
      content: source.slice(end + 1).replace(/^[ \t]*\n/, ''),
      lineOffset: skipped + matter.split('\n').length,
      has: true,
    }
  } catch (cause) {
    throw new DocumentError('MALFORMED_FRONT_MATTER', firstLine((cause as Error).message), skipped + 1)
  }
}

function closingBrace(source: string): number {
  let depth = 0
  let isQuoted = false
  for (let index = 0; index < source.length; index += 1) {
    const char = source[index]
    if (isQuoted && char === '\\') index += 1
    else if (char === '"') isQuoted = !isQuoted
    else if (!isQuoted && char === '{') depth += 1
    else if (!isQuoted && char === '}') {
      depth -= 1
      if (depth === 0) return index
    }
  }
  return source.length
}

function firstLine(message: string): string {
  return message.split('\n')[0]?.trim() ?? message
}
