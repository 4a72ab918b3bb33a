import { z } from 'zod'

/** What can be planned: documents that readers see only once they are published. */
export const plannable = ['content', 'pages'] as const
export type Plannable = (typeof plannable)[number]

export const actions = ['publish', 'unpublish'] as const
export type Action = (typeof actions)[number]

const collection = z.enum(plannable, { error: 'Only content and pages can be scheduled.' })

/** A moment with its distance from UTC: the hour alone means another moment in another place. */
const moment = z.iso
  .datetime({ offset: true, error: 'Give date, time and zone, as in 2026-12-24T09:00:00+01:00.' })
  .transform((text) => new Date(text))

/** What is left out stays as it is; null takes it off the plan. */
export const SchedulePublicationInput = z
  .object({
    collection,
    id: z.uuid(),
    publishAt: moment.nullish(),
    unpublishAt: moment.nullish(),
  })
  .refine(({ publishAt, unpublishAt }) => publishAt !== undefined || unpublishAt !== undefined, {
    error: 'Give publishAt, unpublishAt or both.',
  })
export type SchedulePublicationInput = z.output<typeof SchedulePublicationInput>

export const ListScheduleInput = z
  .object({
    collection: collection.optional(),
    id: z.uuid().optional(),
    from: moment.optional(),
    to: moment.optional(),
    limit: z.coerce.number().int().min(1).max(500).default(100),
  })
  .refine(({ collection, id }) => id === undefined || collection !== undefined, {
    error: 'An id needs its collection.',
    path: ['collection'],
  })
export type ListScheduleInput = z.output<typeof ListScheduleInput>

export const CancelScheduleInput = z.object({ jobId: z.uuid() })
export type CancelScheduleInput = z.output<typeof CancelScheduleInput>

/** What the job `publishDocument` is given. */
export type PublishDocumentInput = {
  collection: string
  id: string
  action: string
  /** When it was meant to happen: a retry happens later. */
  at: string
  /** Who planned it, and whose right it is that counts when it happens. */
  user: string
}

export interface DocumentKey {
  collection: Plannable
  id: string
}
