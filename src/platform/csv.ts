/** Tables for spreadsheets. */

type Cell = string | number | boolean | Date | null | undefined

/**
 * One table as CSV (RFC 4180, with the mark that lets spreadsheets read UTF-8). A cell that a spreadsheet would run as
 * a formula is made text by an apostrophe before it.
 */
export function csv(head: readonly string[], rows: Iterable<readonly Cell[]>): string {
  const lines = [head, ...rows].map((row) => row.map(cellOf).join(','))
  return `\uFEFF${lines.join('\r\n')}\r\n`
}

/** As `csv`, a line at a time, for tables that do not fit into memory. */
export function csvLine(row: readonly Cell[]): string {
  return `${row.map(cellOf).join(',')}\r\n`
}

function cellOf(value: Cell): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  const text = neutralised(value instanceof Date ? value.toISOString() : value)
  return /[",\r\n;\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Source: OWASP, “CSV injection”: the characters with which a formula can begin, also behind white space. */
function neutralised(text: string): string {
  return /^[\s\u00a0\ufeff]*[=+\-@＝＋－＠|%]/.test(text) || /^[\t\r\n]/.test(text) ? `'${text}` : text
}
