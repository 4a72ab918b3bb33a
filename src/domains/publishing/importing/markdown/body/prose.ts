/** Line work that Markdown dialects need before parsing. Nothing in fenced code is touched. */

export function mapProse(source: string, transform: (prose: string) => string): string {
  const parts: string[] = []
  let prose: string[] = []
  let fence: string | undefined
  const endProse = () => {
    if (prose.length > 0) parts.push(transform(prose.join('\n')))
    prose = []
  }
  for (const line of source.split('\n')) {
    const mark = /^[ \t>]*(?:[-*+]|\d+[.)])?[ \t]*(`{3,}|~{3,})/.exec(line)?.[1]
    if (fence === undefined && mark) {
      endProse()
      fence = mark
      parts.push(line)
    } else if (fence !== undefined) {
      parts.push(line)
      if (mark?.startsWith(fence) && line.trim().replace(/^[>\s]+/, '') === mark) fence = undefined
    } else prose.push(line)
  }
  endProse()
  return parts.join('\n')
}

/** `<div markdown="1">`: a blank line on both sides makes CommonMark read what is inside. */
export function openMarkdownElements(prose: string): string {
  if (!/markdown\s*=/.test(prose)) return prose
  return prose
    .replace(/^([ \t]*<(\w+)[^>\n]*)\smarkdown\s*=\s*["']?(?:1|block|span)["']?([^>\n]*>)[ \t]*$/gm, '$1$3\n')
    .replace(/^([ \t]*<\/(?:div|section|article|aside|details|figure|blockquote|td|center)>)/gm, '\n$1')
}

/** kramdown's `{::comment}`, `{::nomarkdown}` and `{::options …/}`, and its abbreviation definitions. */
export function dropKramdownExtensions(prose: string): string {
  return prose
    .replace(/\{::comment\}[\s\S]*?\{:\/(?:comment)?\}/g, '')
    .replace(/\{:\/?:?(?:nomarkdown|options)[^}\n]*\}/g, '')
    .replace(/\{:\/\}/g, '')
    .replace(/^\*\[[^\]\n]+\]:.*$/gm, '')
}

/** kramdown tables may lack a header; an empty one is put before them, and left out again by the converter. */
export function headTables(prose: string): string {
  if (!/^[ \t]*\|/m.test(prose)) return prose
  const lines = prose.split('\n')
  const result: string[] = []
  lines.forEach((line, index) => {
    const isRow = isTableRow(line)
    const startsTable = isRow && !isTableRow(lines[index - 1] ?? '')
    const next = lines[index + 1] ?? ''
    const isWholeRow = isRow && line.trim().endsWith('|')
    if (startsTable && isWholeRow && !isDelimiterRow(next) && !isDelimiterRow(line)) {
      const indent = /^[ \t]*/.exec(line)?.[0] ?? ''
      const columns = cellsOf(line)
      result.push(`${indent}|${'   |'.repeat(columns)}`, `${indent}|${'---|'.repeat(columns)}`)
    }
    result.push(line)
  })
  return result.join('\n')
}

function isTableRow(line: string): boolean {
  return /^[ \t]*\|.*\|/.test(line)
}

function isDelimiterRow(line: string): boolean {
  return /^[ \t]*\|?[ \t:|-]*-[ \t:|-]*$/.test(line) && line.includes('|')
}

function cellsOf(line: string): number {
  return (
    line
      .trim()
      .replace(/\\\|/g, '')
      .replace(/`[^`]*`/g, '')
      .split('|').length - 2
  )
}

/** `::: tip A title` (VuePress, VitePress) as the generic directive `:::tip[A title]`. */
export function normaliseContainers(prose: string): string {
  return prose
    .replace(
      /^([ \t]*:{3,})[ \t]*([\w-]+)[ \t]+([^\n{[][^\n]*)$/gm,
      (_all, colons: string, name: string, title: string) =>
        `${colons}${name}[${title.trim().replace(/[[\]]/g, '')}]`,
    )
    .replace(/^([ \t]*:{3,})[ \t]+([\w-]+)[ \t]*$/gm, '$1$2')
}

/** `!!! note "Title"` of MkDocs, whose content is indented, as a directive. */
export function openAdmonitions(prose: string): string {
  if (!/^(?:!!!|\?\?\?\+?) /m.test(prose)) return prose
  return prose.replace(
    /^(?:!!!|\?\?\?\+?)[ \t]+([\w-]+)[^"\n]*(?:"([^"\n]*)")?[ \t]*\n((?:(?: {4}|\t)[^\n]*\n?|[ \t]*\n)*)/gm,
    (_all, name: string, title: string | undefined, content: string) =>
      `:::${name}${title ? `[${title}]` : ''}\n${content.replace(/^(?: {4}|\t)/gm, '').trimEnd()}\n:::\n\n`,
  )
}

/** `[[Page|words]]` and `![[picture.png]]` of note-taking tools. */
export function openWikiLinks(prose: string): string {
  if (!prose.includes('[[')) return prose
  return prose
    .replace(
      /!\[\[([^\]|\n]+\.(?:png|jpe?g|gif|webp|avif|svg))(?:\|[^\]\n]*)?\]\]/gi,
      (_all, file: string) => `![](<${file.trim()}>)`,
    )
    .replace(
      /(?<!!)\[\[([^\]|#\n]+)(#[^\]|\n]+)?(?:\|([^\]\n]+))?\]\]/g,
      (_all, page: string, hash?: string, words?: string) => {
        const fragment = hash ? `#${hash.slice(1).trim().toLowerCase().replace(/\s+/g, '-')}` : ''
        return `[${(words ?? page).trim()}](<wiki:${page.trim()}${fragment}>)`
      },
    )
}

/** Typographic dashes, ellipses and quotation marks, which Jekyll, Hugo and Astro set when they render. */
export function smarten(words: string): string {
  return words
    .replace(/---/g, '—')
    .replace(/(?<![-<])--(?![->])/g, '–')
    .replace(/\.\.\./g, '…')
    .replace(/(^|[\s([{—–/])"(?=\S)/g, '$1“')
    .replace(/"/g, '”')
    .replace(/(^|[\s([{—–/“])'(?=\S)/g, '$1‘')
    .replace(/'/g, '’')
}

const definitionLine = /^ {0,3}\[((?:[^[\]\\]|\\.)+)\]:[ \t]*\S/

/**
 * Sites that include one long list of link definitions in every document would make the parser spend most of its
 * time on definitions that the document does not use. Footnotes are left alone.
 */
export function dropUnusedDefinitions(prose: string, used: ReadonlySet<string>): string {
  if (!prose.includes(']:')) return prose
  let isAfterBlock = true
  return prose
    .split('\n')
    .filter((line) => {
      const label = definitionLine.exec(line)?.[1]
      const isDefinition = label !== undefined && isAfterBlock
      isAfterBlock = line.trim() === '' || isDefinition
      return !isDefinition || label.startsWith('^') || used.has(normaliseLabel(label))
    })
    .join('\n')
}

/** Labels in brackets that are not definitions themselves. */
export function usedLabels(source: string): Set<string> {
  const used = new Set<string>()
  const withoutDefinitions = source.replace(/^ {0,3}\[(?:[^[\]\\\n]|\\.)+\]:/gm, '')
  for (const [, label = ''] of withoutDefinitions.matchAll(/\[((?:[^[\]\\]|\\.){1,999})\]/g))
    used.add(normaliseLabel(label))
  return used
}

function normaliseLabel(label: string): string {
  return label.replace(/\s+/g, ' ').trim().toLowerCase()
}
