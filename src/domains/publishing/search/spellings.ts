/** Names that are written in several ways: `BIP340` and `bip-340`, `e-mail` and `email`. */

export interface Spelled {
  /** As it stands in the query. */
  asked: string
  /** Every way of writing it that an index tells apart, the asked one included. */
  ways: string[]
}

/** Each costs a look into the index. */
const most = 4
const quoted = /"[^"]*("|$)/g
/** Letters and a number, together, joined by a hyphen or apart. Nothing that is excluded, and no choice. */
const numbered = /(?<![\p{L}\p{N}_-])(?!or )(\p{L}{2,8})[ -]?(\p{N}{1,8})(?![\p{L}\p{N}_-])/giu
const hyphened = /(?<![\p{L}\p{N}_-])\p{L}+(?:-\p{L}+){1,2}(?![\p{L}\p{N}_-])/gu

export function spellingsOf(query: string): Spelled[] {
  const free = query.replace(quoted, ' | ')
  const numbers = [...free.matchAll(numbered)].map(([asked, letters, number]) => ({
    asked,
    ways: [...new Set([asked, `${letters}${number}`, `${letters}-${number}`])],
  }))
  const words = [...free.matchAll(hyphened)].map(([asked]) => ({
    asked,
    ways: [asked, asked.replaceAll('-', '')],
  }))
  return [...numbers, ...words].slice(0, most)
}
