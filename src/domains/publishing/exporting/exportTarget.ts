/** Where an export goes. It is built beside its place and put there whole, so that half of one never looks complete. */
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { AppError } from '@/src/platform/errors'

export type TargetOptions = { overwrite?: boolean }

/**
 * Runs `write` on a path beside `target` and puts the result in its place when it is done.
 * @throws AppError EXPORT_TARGET_EXISTS, EXPORT_TARGET_REFUSED
 */
export async function intoPlace<Result>(
  target: string,
  kind: 'file' | 'folder',
  { overwrite = false }: TargetOptions,
  write: (path: string) => Promise<Result>,
): Promise<Result> {
  const place = resolve(target)
  await refuseTarget(place, kind, overwrite)
  await mkdir(dirname(place), { recursive: true })
  const mark = randomBytes(4).toString('hex')
  const unfinished = join(dirname(place), `.${basename(place)}.${mark}.unfinished`)
  try {
    if (kind === 'folder') await mkdir(unfinished)
    const result = await write(unfinished)
    await put(unfinished, place, mark)
    return result
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true })
    throw error
  }
}

async function refuseTarget(place: string, kind: 'file' | 'folder', overwrite: boolean): Promise<void> {
  const found = await stat(place).catch(() => undefined)
  if (!found) return
  if (kind === 'file' ? !found.isFile() : !found.isDirectory())
    throw new AppError('EXPORT_TARGET_REFUSED', `${place} is there and is not a ${kind}.`, 400)
  const isEmpty = kind === 'folder' ? (await readdir(place)).length === 0 : found.size === 0
  if (isEmpty) return
  if (!overwrite)
    throw new AppError('EXPORT_TARGET_EXISTS', `${place} is not empty: --overwrite replaces it.`, 409)
  // A slip of the hand must not replace somebody's home by an export.
  if (kind === 'folder' && !existsSync(join(place, manifestName)))
    throw new AppError('EXPORT_TARGET_REFUSED', `${place} holds something other than an export.`, 400)
}

/** The file by which a folder is known as an export of ours. */
export const manifestName = 'masthead.json'

/** A folder cannot be replaced in one step: the former one steps aside until the new one stands. */
async function put(unfinished: string, place: string, mark: string): Promise<void> {
  const former = join(dirname(place), `.${basename(place)}.${mark}.former`)
  const isThere = existsSync(place)
  if (isThere) await rename(place, former)
  await rename(unfinished, place)
  if (isThere) await rm(former, { recursive: true, force: true })
}
