/** Damaged and hostile input: each file is named with a code, and the good one beside it still arrives. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fileConverter } from './markdown/convertFile'
import { readFolder } from './markdown/readFolder'
import { DocumentError } from './neutral'

let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'importing-'))
  put('good.md', '---\ntitle: Good\n---\nFine.')
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

test.each([
  ['unclosed front matter', '---\ntitle: x\nno end', 'MALFORMED_FRONT_MATTER'],
  ['front matter that is no YAML', '---\ntitle: a: b: c\n  - [\n---\nx', 'MALFORMED_FRONT_MATTER'],
  ['TOML that is none', '+++\ntitle = \n+++\nx', 'MALFORMED_FRONT_MATTER'],
  ['JSON that is none', '{\n"title": \n}\nx', 'MALFORMED_FRONT_MATTER'],
  ['a billion laughs', `---\n${laughs()}\n---\nx`, 'MALFORMED_FRONT_MATTER'],
  ['a picture named .md', Buffer.from('89504e470d0a1a0a0000000d49484452000000000000', 'hex'), 'NOT_TEXT'],
])('%s is reported with its line and the rest goes on', async (_name, content, code) => {
  put('bad.md', content)
  const { entries, issues } = await readFolder(root)
  expect(entries.map(({ metadata }) => metadata.title)).toEqual(['Good'])
  expect(issues).toMatchObject([{ code, severity: 'error', file: 'bad.md' }])
})

test('a file over the limit is reported', async () => {
  put('big.md', 'x'.repeat(3_000_000))
  const { issues } = await readFolder(root, { maxFileBytes: 1_000_000 })
  expect(issues).toMatchObject([{ code: 'FILE_TOO_LARGE', file: 'big.md' }])
})

test('every encoding is read, and guessed ones are named', async () => {
  const text = '---\ntitle: Grüße\n---\nÄpfel und Öl, schöne Grüße aus Köln.'
  put('utf16le.md', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]))
  put('utf16be.md', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text, 'utf16le').swap16()]))
  put('unmarked.md', Buffer.from(text, 'utf16le'))
  put('latin1.md', Buffer.from(text, 'latin1'))
  put('marked.md', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)]))
  put('nul.md', Buffer.from(text.replace('Öl', 'Ö\0l')))
  const { entries, issues } = await readFolder(root)
  expect(entries.filter(({ metadata }) => metadata.title === 'Grüße')).toHaveLength(6)
  const codes = Object.fromEntries(issues.map(({ file, code }) => [file, code]))
  expect(codes).toEqual({
    'unmarked.md': 'ENCODING_GUESSED',
    'latin1.md': 'ENCODING_GUESSED',
    'nul.md': 'NUL_BYTES',
  })
})

test('links out of the folder, dead links and loops of folders are not followed', async () => {
  symlinkSync('/etc/hostname', join(root, 'outside.md'))
  symlinkSync(join(root, 'nowhere'), join(root, 'dead.md'))
  mkdirSync(join(root, 'deep'))
  symlinkSync(root, join(root, 'deep', 'again'))
  const { entries, issues } = await readFolder(root)
  expect(entries).toHaveLength(1)
  expect(issues.map(({ file, code }) => `${file} ${code}`).sort()).toEqual([
    'dead.md FILE_MISSING',
    'outside.md OUTSIDE_OF_FOLDER',
  ])
})

test.skipIf(process.getuid?.() === 0)(
  'a file that may not be read is reported (not as root, who reads everything)',
  async () => {
    put('secret.md', 'x')
    chmodSync(join(root, 'secret.md'), 0)
    const { issues } = await readFolder(root)
    expect(issues).toMatchObject([{ code: 'FILE_UNREADABLE', file: 'secret.md' }])
  },
)

test.each([
  ['an include of itself', '{% include loop.md %}', 'INCLUDE_LOOP'],
  ['an endless loop', '{% for i in (1..999999999) %}x{% endfor %}', 'LIQUID_LIMIT'],
  ['a tag that is not closed', '{% if true %}x', 'LIQUID_ERROR'],
  ['a file above the folder', '{% include_relative ../../../../../etc/hostname %}', 'OUTSIDE_OF_FOLDER'],
])('Liquid with %s fails that document alone', async (_name, content, code) => {
  put('_includes/loop.md', 'again {% include loop.md %}')
  put('_posts/2024-01-01-bad.md', `---\ntitle: Bad\n---\n${content}`)
  await expect(convert('_posts/2024-01-01-bad.md')).rejects.toMatchObject({ code })
})

test('an include from outside of _includes is left out and reported', async () => {
  put(
    '_posts/2024-01-01-a.md',
    '---\ntitle: A\n---\nWhat stands before {% include ../../../etc/hostname %} and after.',
  )
  const { issues, lead } = await convert('_posts/2024-01-01-a.md')
  expect(issues).toMatchObject([{ code: 'INCLUDE_MISSING' }])
  expect(lead).toBe('What stands before and after.')
})

test.each([
  ['quotes', `${'> '.repeat(600)}deep`],
  ['lists', Array.from({ length: 300 }, (_each, depth) => `${'  '.repeat(depth)}- a`).join('\n')],
  ['elements', `${'<div>'.repeat(2000)}x`],
])('%s nested absurdly deep fail that document alone', async (_name, content) => {
  put('deep.md', content)
  await expect(convert('deep.md')).rejects.toBeInstanceOf(DocumentError)
})

test('a gigantic table fails that document alone', async () => {
  put('wide.md', `|a|b|c|d|\n|-|-|-|-|\n${'|1|2|3|4|\n'.repeat(11_000)}`)
  await expect(convert('wide.md')).rejects.toMatchObject({ code: 'BODY_TOO_LARGE' })
}, 60_000)

test('footnotes that refer to each other end', async () => {
  put('notes.md', 'Text.[^a]\n\n[^a]: See[^b].\n\n[^b]: See[^a].')
  await expect(convert('notes.md')).resolves.toBeDefined()
})

async function convert(file: string) {
  const { reader } = await readFolder(root)
  return fileConverter(reader)({ file, sourceId: file, page: { path: file } })
}

function put(file: string, content: string | Buffer): void {
  mkdirSync(dirname(join(root, file)), { recursive: true })
  writeFileSync(join(root, file), content)
}

function laughs(): string {
  const lines = ['a: &a [x, x, x, x, x, x, x, x, x, x]']
  for (const [name, before] of ['ba', 'cb', 'dc', 'ed', 'fe', 'gf', 'hg'].map((pair) => [...pair])) {
    lines.push(`${name}: &${name} [${Array(10).fill(`*${before}`).join(', ')}]`)
  }
  return lines.join('\n')
}
