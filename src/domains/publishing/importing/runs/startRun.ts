import type { PayloadRequest } from 'payload'
import { asUser } from '@/src/platform/authority'
import { now } from '@/src/platform/clock'
import { ConflictError, NotFoundError } from '@/src/platform/errors'
import { queueJob } from '@/src/platform/jobs'
import { inTransaction } from '@/src/platform/payload/inTransaction'
import { lockInTransaction } from '@/src/platform/payload/lockInTransaction'
import type { StartRunInput } from './schemas'
import { isRunning, statesOf } from './states'
import { updateImport } from './updateImport'

/**
 * Queues the look at an upload, its import, or its undoing.
 * @throws NotFoundError, ConflictError IMPORT_BUSY, IMPORT_NOT_DONE
 */
export async function startRun(req: PayloadRequest, { id, act }: StartRunInput): Promise<{ job: string }> {
  return inTransaction(req, async () => {
    await lockInTransaction(req, `import:${id}`)
    const found = await req.payload.findByID({
      collection: 'imports',
      id,
      depth: 0,
      disableErrors: true,
      ...asUser(req),
    })
    if (!found) throw new NotFoundError('Import')
    if (isRunning(found.state ?? ''))
      throw new ConflictError('IMPORT_BUSY', 'This import is under way already.')
    if (act === 'undo' && !found.startedAt)
      throw new ConflictError('IMPORT_NOT_DONE', 'There is nothing to undo: it was not imported yet.')
    await updateImport(req, id, {
      state: statesOf[act].running,
      progress: null,
      error: null,
      ...(act === 'import' ? { startedAt: found.startedAt ?? now().toISOString(), finishedAt: null } : {}),
    })
    const { id: job } = await queueJob(req, { task: 'runImport', input: { id, act } })
    return { job }
  })
}
