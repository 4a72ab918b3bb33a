import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { intoPlace, manifestName } from './exportTarget'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'target-'))
})

const writeFolder = async (path: string) => writeFile(join(path, manifestName), 'new')

test('a target that is not empty is refused, unless it may be replaced', async () => {
  const file = join(root, 'site.json')
  writeFileSync(file, 'old')
  const write = (path: string) => writeFile(path, 'new')
  await expect(intoPlace(file, 'file', {}, write)).rejects.toMatchObject({ code: 'EXPORT_TARGET_EXISTS' })
  expect(readFileSync(file, 'utf8')).toBe('old')
  await intoPlace(file, 'file', { overwrite: true }, write)
  expect(readFileSync(file, 'utf8')).toBe('new')
})

test('a folder that is no export is never replaced', async () => {
  const folder = join(root, 'home')
  mkdirSync(folder)
  writeFileSync(join(folder, 'letters.txt'), 'dear')
  await expect(intoPlace(folder, 'folder', { overwrite: true }, writeFolder)).rejects.toMatchObject({
    code: 'EXPORT_TARGET_REFUSED',
  })
  expect(readdirSync(folder)).toEqual(['letters.txt'])
})

test('a former export is replaced whole, and an empty folder is taken', async () => {
  const folder = join(root, 'site')
  mkdirSync(folder)
  await intoPlace(folder, 'folder', {}, writeFolder)
  writeFileSync(join(folder, 'stray.md'), 'old')
  await intoPlace(folder, 'folder', { overwrite: true }, writeFolder)
  expect(readdirSync(folder)).toEqual([manifestName])
  expect(readdirSync(root)).toEqual(['site'])
})

test('a file in the place of a folder is refused, and the other way round', async () => {
  writeFileSync(join(root, 'site'), '')
  await expect(intoPlace(join(root, 'site'), 'folder', {}, writeFolder)).rejects.toMatchObject({
    code: 'EXPORT_TARGET_REFUSED',
  })
  await expect(intoPlace(root, 'file', { overwrite: true }, async () => {})).rejects.toMatchObject({
    code: 'EXPORT_TARGET_REFUSED',
  })
})

test('an export that fails leaves what was there, and nothing of its own', async () => {
  const folder = join(root, 'site')
  await intoPlace(folder, 'folder', {}, writeFolder)
  const fail = async (path: string) => {
    await writeFolder(path)
    throw new Error('disk full')
  }
  await expect(intoPlace(folder, 'folder', { overwrite: true }, fail)).rejects.toThrow('disk full')
  expect(readFileSync(join(folder, manifestName), 'utf8')).toBe('new')
  await expect(intoPlace(join(root, 'other'), 'folder', {}, fail)).rejects.toThrow('disk full')
  expect(existsSync(join(root, 'other'))).toBe(false)
  expect(readdirSync(root)).toEqual(['site'])
})
