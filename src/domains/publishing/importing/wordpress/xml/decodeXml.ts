import iconv from 'iconv-lite'
import { decode } from '../../markdown/source/readText'

export type DecodedXml = { text: string; warnings: { code: string; message: string }[] }

/** Text of a piece of XML, whatever it was declared to be and really is, without what no text may hold. */
export function decodeXml(bytes: Buffer, declared?: string): DecodedXml {
  const { text, warning } = inAnyEncoding(bytes, declared)
  const warnings = warning ? [warning] : []
  const plain = withoutControls(text)
  const count = text.length - plain.length
  if (count > 0) {
    const message =
      count === 1 ? 'A control character was left out.' : `${count} control characters were left out.`
    warnings.push({ code: 'CONTROL_CHARACTERS', message })
  }
  return { text: plain, warnings }
}

export function withoutControls(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
}

function inAnyEncoding(bytes: Buffer, declared = 'utf-8') {
  const lossy = bytes.toString('utf8')
  const broken = countOf(lossy, '\ufffd')
  if (broken === 0) return { text: lossy.replace(/\r\n?/g, '\n') }
  const isUtf8 = /^utf-?8$/i.test(declared)
  if (!isUtf8 && iconv.encodingExists(declared))
    return { text: iconv.decode(bytes, declared).replace(/\r\n?/g, '\n') }
  // A few bad bytes among many good ones are damage; many bad ones are another encoding.
  const good = lossy.length - broken - countAscii(lossy)
  if (good > broken * 3) {
    const warning = { code: 'INVALID_BYTES', message: `${broken} bytes are no UTF-8.` }
    return { text: lossy.replace(/\r\n?/g, '\n'), warning }
  }
  return decode(bytes)
}

function countAscii(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) < 0x80) count += 1
  return count
}

function countOf(text: string, character: string): number {
  let count = 0
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) count += 1
  return count
}
