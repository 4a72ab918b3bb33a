import type { PayloadRequest } from 'payload'
import type { GivenUpJob } from '@/src/platform/jobs'
import type { StartRunInput } from './schemas'
import { updateImport } from './updateImport'

/** All tries failed: whoever watches the import must not wait for ever. */
export async function giveUpRun(
  req: PayloadRequest,
  { input, message }: GivenUpJob<StartRunInput>,
): Promise<void> {
  await updateImport(req, input.id, { state: 'failed', error: message.slice(0, 1000) })
}
