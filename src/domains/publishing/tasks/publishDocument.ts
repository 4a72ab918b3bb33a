import type { Task } from '@/src/platform/jobs'
import { type Outcome, publishDocument } from '../scheduling/publishDocument'
import type { PublishDocumentInput } from '../scheduling/schemas'
import { tellPublicationFailed } from '../scheduling/tellPublicationFailed'

/** Publishes or withdraws at its time. A passing fault is retried for about ten minutes. */
export const publishDocumentTask: Task<{ input: PublishDocumentInput; output: Outcome }> = {
  slug: 'publishDocument',
  queue: 'publishing',
  label: 'Publish or withdraw at a time',
  inputSchema: [
    { name: 'collection', type: 'text', required: true },
    { name: 'id', type: 'text', required: true },
    { name: 'action', type: 'text', required: true },
    { name: 'at', type: 'text', required: true },
    { name: 'user', type: 'text', required: true },
  ],
  outputSchema: [{ name: 'outcome', type: 'text', required: true }],
  retries: { attempts: 8, backoff: { type: 'exponential', delay: 2_000 } },
  timeoutSeconds: 120,
  handler: async ({ req, input }) => ({ output: await publishDocument(req, input) }),
  whenGivenUp: tellPublicationFailed,
}
