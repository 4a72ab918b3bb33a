import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeZip, type ZipEntry } from './fixtures/makeZip'
import { isZip, unpackZip, type ZipLimits } from './unpackZip'

const folder = mkdtempSync(join(tmpdir(), 'zip-'))
let count = 0

function aFile(bytes: Buffer): string {
  count += 1
  const path = join(folder, `${count}.zip`)
  writeFileSync(path, bytes)
  return path
}

const unpack = (entries: ZipEntry[], limits?: Partial<ZipLimits>) =>
  unpackZip(aFile(makeZip(entries)), { limits })

test('a ZIP is unpacked with its folders, and taken away again', async () => {
  const unpacked = await unpack([
    { name: 'data/a.json', data: '{}' },
    { name: 'images/', data: '', mode: 0o040755 },
    { name: 'images/über.png', data: 'x' },
    { name: '__MACOSX/images/._x', data: 'x' },
  ])
  expect(unpacked.files).toEqual(['data/a.json', 'images/über.png'])
  expect(readFileSync(join(unpacked.folder, 'data/a.json'), 'utf8')).toBe('{}')
  await unpacked.remove()
  expect(existsSync(unpacked.folder)).toBe(false)
})

test('only what is wanted is unpacked', async () => {
  const path = aFile(
    makeZip([
      { name: 'a.json', data: '1' },
      { name: 'themes/x.hbs', data: '2' },
    ]),
  )
  const unpacked = await unpackZip(path, { isWanted: (name) => name.endsWith('.json') })
  expect(unpacked.files).toEqual(['a.json'])
  await unpacked.remove()
})

test.each(['../evil', 'a/../../evil', '/etc/evil', 'C:/evil', 'a\\..\\..\\evil', 'a\u0000b'])(
  'the path %j is refused and nothing is left',
  async (name) => {
    const before = leftovers()
    await expect(
      unpack([
        { name: 'ok', data: '1' },
        { name, data: 'x' },
      ]),
    ).rejects.toMatchObject({
      code: 'ZIP_PATH_REFUSED',
    })
    expect(leftovers()).toEqual(before)
  },
)

test('a symbolic link and a device are refused', async () => {
  for (const mode of [0o120777, 0o020666, 0o010644])
    await expect(unpack([{ name: 'link', data: '/etc/passwd', mode }])).rejects.toMatchObject({
      code: 'ZIP_LINK_REFUSED',
    })
})

test('two entries of one name are refused, also where only the case differs', async () => {
  await expect(
    unpack([
      { name: 'a', data: '1' },
      { name: 'A', data: '2' },
    ]),
  ).rejects.toMatchObject({
    code: 'ZIP_PATH_REFUSED',
  })
})

test('a bomb is refused by what it claims and by what it holds', async () => {
  const zeros = Buffer.alloc(3_000_000)
  const limits = { freeBytes: 100_000, ratio: 50 }
  await expect(unpack([{ name: 'bomb', data: zeros }], limits)).rejects.toMatchObject({ code: 'ZIP_BOMB' })
  await expect(unpack([{ name: 'liar', data: zeros, claimedSize: 1000 }], limits)).rejects.toMatchObject({
    code: 'ZIP_BOMB',
  })
})

test('limits of number and size hold', async () => {
  const three = ['a', 'b', 'c'].map((name) => ({ name, data: 'x'.repeat(1000) }))
  await expect(unpack(three, { entries: 2 })).rejects.toMatchObject({ code: 'ZIP_TOO_MANY_FILES' })
  await expect(unpack(three, { totalBytes: 2500 })).rejects.toMatchObject({ code: 'ZIP_TOO_LARGE' })
  await expect(unpack(three, { entryBytes: 500 })).rejects.toMatchObject({ code: 'ZIP_TOO_LARGE' })
})

test('a protected ZIP and a damaged one are told apart', async () => {
  await expect(unpack([{ name: 'a', data: '1', isEncrypted: true }])).rejects.toMatchObject({
    code: 'ZIP_ENCRYPTED',
  })
  const whole = makeZip([{ name: 'a', data: 'x'.repeat(100) }])
  await expect(unpackZip(aFile(whole.subarray(0, 40)))).rejects.toMatchObject({ code: 'ZIP_DAMAGED' })
  const broken = Buffer.from(whole)
  broken.fill(0xff, 31, 40)
  await expect(unpackZip(aFile(broken))).rejects.toMatchObject({ code: 'ZIP_DAMAGED' })
})

test('a ZIP is known by its first bytes', async () => {
  expect(await isZip(aFile(makeZip([])))).toBe(true)
  expect(await isZip(aFile(Buffer.from('{"db":[]}')))).toBe(false)
  expect(await isZip(aFile(Buffer.alloc(0)))).toBe(false)
})

function leftovers(): string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith('masthead-zip-'))
}
