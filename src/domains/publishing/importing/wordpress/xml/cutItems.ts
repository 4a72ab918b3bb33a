/**
 * Cuts an export into its head and its items by bytes, before any of it is parsed: whatever is broken in one item
 * stays in that item, only one is in memory at a time, and each can be read again later from its place in the file.
 */
import { createReadStream } from 'node:fs'

export type Cut = {
  kind: 'head' | 'item'
  start: number
  /** Place of the first byte after it. */
  end: number
  /** Empty when it is too large to be read at all. */
  bytes: Buffer
  /** The file or the next item begins before this one ended. */
  isTruncated: boolean
}

export type CutEnd = { isComplete: boolean }

export const maxItemBytes = 32 * 1024 * 1024

const marks = {
  cdata: Buffer.from('<![CDATA['),
  cdataEnd: Buffer.from(']]>'),
  item: Buffer.from('<item'),
  itemEnd: Buffer.from('</item>'),
  channelEnd: Buffer.from('</channel>'),
}
const longestMark = 16

export async function* cutItems(path: string, chunkBytes = 256 * 1024): AsyncGenerator<Cut, CutEnd> {
  const cutter = new Cutter()
  for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes }))
    yield* cutter.take(chunk as Buffer)
  return yield* cutter.finish()
}

class Cutter {
  private pending: Buffer = Buffer.alloc(0)
  /** Place of `pending` in the file. */
  private base = 0
  private scan = 0
  /** Where the piece that is being read begins, in `pending`; -1 between items. */
  private start = 0
  private kind: 'head' | 'item' | 'between' = 'head'
  private cdataFrom = -1
  private skipped = 0
  private sawEnd = false;

  *take(chunk: Buffer): Generator<Cut> {
    this.forget()
    this.pending = this.pending.length === 0 ? chunk : Buffer.concat([this.pending, chunk])
    while (true) {
      const cut = this.cdataFrom >= 0 ? this.leaveCdata() : this.step()
      if (cut === undefined) return
      if (cut) yield cut
    }
  }

  *finish(): Generator<Cut, CutEnd> {
    // An unclosed section at the very end still holds what came before it.
    if (this.kind === 'head') yield this.cut(this.pending.length, false)
    else if (this.kind === 'item') yield this.cut(this.pending.length, true)
    return { isComplete: this.sawEnd }
  }

  /** One mark further: a piece that ended, `null` when none did, `undefined` when more bytes are needed. */
  private step(): Cut | null | undefined {
    const at = this.pending.indexOf(0x3c, this.scan)
    if (at < 0) {
      this.scan = this.pending.length
      return undefined
    }
    if (at + longestMark > this.pending.length && !this.hasWholeMark(at)) {
      this.scan = at
      return undefined
    }
    this.scan = at + 1
    if (this.isAt(marks.cdata, at)) {
      this.cdataFrom = at
      this.scan = at + marks.cdata.length
    } else if (this.isItemStart(at)) return this.beginItem(at)
    else if (this.kind === 'item' && this.isAt(marks.itemEnd, at)) {
      const end = at + marks.itemEnd.length
      const cut = this.cut(end, false)
      this.kind = 'between'
      this.start = -1
      this.scan = end
      return cut
    } else if (this.isAt(marks.channelEnd, at)) this.sawEnd = true
    return null
  }

  private beginItem(at: number): Cut | null {
    const former = this.kind === 'between' ? null : this.cut(at, this.kind === 'item')
    this.kind = 'item'
    this.start = at
    this.skipped = 0
    return former
  }

  private leaveCdata(): Cut | null | undefined {
    const end = this.pending.indexOf(marks.cdataEnd, this.scan)
    const limit = end < 0 ? this.pending.length : end
    const next = this.kind === 'item' ? swallowedItem(this.pending, this.cdataFrom, limit) : -1
    if (next >= 0) {
      this.cdataFrom = -1
      this.scan = next + 1
      return this.beginItem(next)
    }
    if (end < 0) {
      this.scan = Math.max(this.scan, this.pending.length - marks.cdataEnd.length)
      return undefined
    }
    this.cdataFrom = -1
    this.scan = end + marks.cdataEnd.length
    return null
  }

  private cut(end: number, isTruncated: boolean): Cut {
    const isTooLarge = this.skipped > 0
    return {
      kind: this.kind === 'head' ? 'head' : 'item',
      start: this.base + this.start - this.skipped,
      end: this.base + end,
      bytes: isTooLarge ? Buffer.alloc(0) : Buffer.from(this.pending.subarray(this.start, end)),
      isTruncated,
    }
  }

  /** Lets go of bytes that are no longer needed, and of a piece that has become larger than any document. */
  private forget(): void {
    const isTooLarge = this.start >= 0 && this.pending.length - this.start > maxItemBytes
    const keepFrom = this.start >= 0 && !isTooLarge ? this.start : Math.max(0, this.scan - longestMark)
    if (keepFrom <= 0) return
    if (isTooLarge) {
      this.skipped += keepFrom - this.start
      this.start = 0
    } else if (this.start >= 0) this.start -= keepFrom
    this.pending = this.pending.subarray(keepFrom)
    this.base += keepFrom
    this.scan -= keepFrom
    if (this.cdataFrom >= 0) this.cdataFrom = Math.max(0, this.cdataFrom - keepFrom)
  }

  private isAt(mark: Buffer, at: number): boolean {
    return (
      this.pending.compare(mark, 0, mark.length, at, Math.min(at + mark.length, this.pending.length)) === 0
    )
  }

  private isItemStart(at: number): boolean {
    const after = this.pending[at + marks.item.length]
    return this.isAt(marks.item, at) && after !== undefined && [0x20, 0x09, 0x0a, 0x0d, 0x3e].includes(after)
  }

  /** Near the end of what was read, a mark may be there only in part. */
  private hasWholeMark(at: number): boolean {
    return this.pending.indexOf(0x3e, at) >= 0 && !this.isAt(marks.cdata.subarray(0, 3), at)
  }
}

/** A section that was never closed runs into the next item, which begins as no text of an author's would. */
function swallowedItem(bytes: Buffer, from: number, to: number): number {
  const ends = bytes.subarray(from, to)
  let at = ends.indexOf(marks.itemEnd)
  while (at >= 0) {
    const following = ends.subarray(at, at + 400).toString('latin1')
    const found = /^<\/item>\s*(?=<item>\s*<title>)/.exec(following)
    if (found && ends.indexOf('</wp:') >= 0) return from + at + found[0].length
    at = ends.indexOf(marks.itemEnd, at + 1)
  }
  return -1
}
