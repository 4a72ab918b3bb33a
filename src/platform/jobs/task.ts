import type { PayloadRequest, TaskConfig } from 'payload'
import type { QueueName } from './queues'

/** A Payload task, with the queue it belongs to and how long it may take. */
export type Task<IO extends TaskIO = TaskIO> = TaskConfig<IO> & {
  queue: QueueName
  /** After it the job counts as failed and is tried again like any other. Default: 300. */
  timeoutSeconds?: number
  /** Runs as a job of its own when all tries failed, or the job killed too many workers. */
  whenGivenUp?: (req: PayloadRequest, job: GivenUpJob<IO['input']>) => Promise<void>
}

type TaskIO = { input: object; output: object }

export interface GivenUpJob<Input = Record<string, unknown>> {
  id: string
  input: Input
  /** What the last failure said. */
  message: string
}
