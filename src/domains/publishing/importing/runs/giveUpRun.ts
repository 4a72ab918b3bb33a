import type { PayloadRequest } from 'payload'
import { asSystem } from '@/src/platform/authority'
import type { GivenUpJob } from '@/src/platform/jobs'
import type { StartRunInput } from './schemas'
import { isRunning } from './states'
import { updateImport } from './updateImport'

/** All tries failed: whoever watches the import must not wait for ever. A refusal has told its reason already. */
export async function giveUpRun(
  req: PayloadRequest,
  { input, message }: GivenUpJob<StartRunInput>,
): Promise<void> {
  // The job acts for whoever started it.
  const found = await req.payload.findByID({
    collection: 'imports',
    id: input.id,
    depth: 0,
    disableErrors: true,
    ...asSystem(req),
  })
  if (!found || !isRunning(found.state ?? '')) return
  await updateImport(req, input.id, { state: 'failed', error: message.slice(0, 1000) })
}
