/** What to tell the person at the terminal when a command fails. */
import { inspect } from 'node:util'
import { EnvError } from '@/src/platform/env'
import { Refusal } from '@/src/platform/refusal'

/** Sentences to show; something unforeseen keeps its stack, for the report that should follow. */
export function explainFailure(error: unknown): string[] {
  if (error instanceof EnvError) return error.sentences
  if (error instanceof Refusal) return [error.message]
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  // Told by its name: its class would bring Payload into commands that have no use for it.
  if (error instanceof Error && error.name === 'AppError') return [`${error.message} (${code})`]
  const path = error instanceof Error && 'path' in error ? String(error.path) : 'the disk'
  if (code === 'ENOSPC') return [`No space left on the disk (writing ${path}): free some and try again.`]
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM')
    return [`${path} may not be written (${code}).`]
  return [error instanceof Error ? (error.stack ?? error.message) : inspect(error)]
}
