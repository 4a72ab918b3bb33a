import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import type { PayloadRequest } from 'payload'
import { asSystem } from '@/src/platform/authority'
import { now } from '@/src/platform/clock'
import { AppError, NotFoundError } from '@/src/platform/errors'
import { FinalJobError, jobOf } from '@/src/platform/jobs'
import { storage } from '@/src/services/storage'
import { type ImportInput, importContent } from '../importContent'
import type { ImportProgress, ImportReport } from '../report'
import { recordCreated } from './recordCreated'
import { ImportOptions, type StartRunInput } from './schemas'
import { statesOf } from './states'
import { undoRun } from './undoRun'
import { updateImport } from './updateImport'

/** Issues that an import keeps for the panel; the counts tell of the others. */
const keptIssues = 2000
const progressEveryMs = 1000

/** The act of a job: repeatable, since imports and undoing are. @returns the state it ends in. */
export async function performRun(req: PayloadRequest, { id, act }: StartRunInput): Promise<string> {
  const { done } = statesOf[act]
  try {
    if (act === 'undo') await updateImport(req, id, { undo: await undoRun(req, id) })
    else await runImport(req, id, act === 'check')
    await updateImport(req, id, {
      state: done,
      progress: null,
      ...(act === 'check' ? {} : { finishedAt: now().toISOString() }),
    })
    return done
  } catch (error) {
    // A file that is refused is refused by the next try too.
    if (!(error instanceof AppError) || error.code === 'IMPORT_RUNNING') throw error
    await updateImport(req, id, { state: 'failed', error: `${error.message} (${error.code})` })
    throw new FinalJobError(error.code, error.message)
  }
}

async function runImport(req: PayloadRequest, id: string, isDryRun: boolean): Promise<void> {
  // The job acts for whoever started it, who was asked for the right then.
  const read = { depth: 0, disableErrors: true, ...asSystem(req) } as const
  const found = await req.payload.findByID({ collection: 'imports', id, ...read })
  const file =
    typeof found?.file === 'string'
      ? await req.payload.findByID({ collection: 'files', id: found.file, ...read })
      : null
  if (!found || !file?.filename) throw new NotFoundError('Uploaded file')
  const folder = await mkdtemp(join(tmpdir(), 'masthead-import-'))
  try {
    const path = await fetchUpload(file.filename, folder)
    const { data: options = {} } = ImportOptions.safeParse(found.options ?? {})
    const input = { ...options, kind: found.kind, path, isDryRun } as ImportInput
    const { signal } = jobOf(req)
    const onProgress = throttled((progress) => {
      signal.throwIfAborted()
      void updateImport({ payload: req.payload }, id, { progress }).catch(() => {})
    })
    const work = () => importContent({ payload: req.payload }, input, onProgress)
    const report = await (isDryRun ? work() : recordCreated(req.payload, id, work))
    await updateImport(req, id, {
      [isDryRun ? 'check' : 'report']: shortened({ ...report, source: found.name }),
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function fetchUpload(filename: string, folder: string): Promise<string> {
  const stored = await storage().get(`files/${filename}`)
  if (!stored) throw new AppError('IMPORT_FILE_MISSING', 'The uploaded file is gone from the storage.', 404)
  const path = join(folder, basename(filename))
  await pipeline(Readable.fromWeb(stored.body as ReadableStream), createWriteStream(path))
  return path
}

function throttled(tell: (progress: ImportProgress) => void): (progress: ImportProgress) => void {
  let last = 0
  return (progress) => {
    const at = performance.now()
    if (at - last < progressEveryMs) return
    last = at
    tell(progress)
  }
}

function shortened(report: ImportReport): object {
  return { ...report, issues: report.issues.slice(0, keptIssues), issueCount: report.issues.length }
}
