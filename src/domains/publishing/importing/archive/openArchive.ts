import { stat } from 'node:fs/promises'
import type { CommonImport } from '../importContent'
import type { Archive } from './archive'
import { openJsonArchive } from './openJsonArchive'
import { isMarkdownArchive, openMarkdownArchive } from './openMarkdownArchive'

/** An export of ours in one JSON file. */
export type ArchiveImport = CommonImport & {
  /** Where its media lie, if not beside it: `site.json` has them in `site.media`. */
  mediaFolder?: string
}

/** The export of ours that an input names; `undefined` when it names something of another system. */
export async function openArchive(input: { kind: string } & ArchiveImport): Promise<Archive | undefined> {
  if (input.kind === 'json') return openJsonArchive(input.path, input.mediaFolder)
  if (input.kind !== 'markdown' || !isMarkdownArchive(input.path)) return undefined
  return (await stat(input.path)).isDirectory() ? openMarkdownArchive(input.path) : undefined
}
