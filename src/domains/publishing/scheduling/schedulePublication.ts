import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { AppError, ConflictError } from '@/src/platform/errors'
import { queueJob } from '@/src/platform/jobs'
import { execute } from '@/src/platform/payload/execute'
import { inTransaction } from '@/src/platform/payload/inTransaction'
import { findPlannable, type PlannableDocument } from './findPlannable'
import { dropPlannedJobs, findPlannedJobs, lockPlan, type PlannedJob } from './plannedJobs'
import { type ScheduledJob, sayScheduled } from './sayScheduled'
import { type Action, actions, type SchedulePublicationInput } from './schemas'

export type Schedule = Record<Action, ScheduledJob | null>

/**
 * Plans when a document is published, withdrawn, or both. What was planned before for the same act is replaced in
 * the same transaction; asking twice for the same changes nothing.
 * @throws NOT_FOUND, PUBLISH_FORBIDDEN, DOCUMENT_TRASHED, DOCUMENT_ARCHIVED, DOCUMENT_UNTITLED, SCHEDULE_IN_PAST,
 * UNPUBLISH_NOT_AFTER_PUBLISH, NOT_PUBLISHED
 */
export function schedulePublication(req: PayloadRequest, input: SchedulePublicationInput): Promise<Schedule> {
  return inTransaction(req, async () => {
    await lockPlan(req, input)
    const document = await findPlannable(req, input)
    const before = await readPlan(req, input)
    const wanted = {
      publish: momentOf(input.publishAt, before.publish),
      unpublish: momentOf(input.unpublishAt, before.unpublish),
    }
    await refuseThePast(req, input)
    refuseImpossible(document, wanted)
    for (const action of actions) await plan(req, input, action, before[action])
    const after = await readPlan(req, input)
    const said = await sayScheduled(
      req,
      Object.values(after).filter((job) => job !== null),
    )
    const ofAction = (action: Action) => said.find((job) => job.action === action) ?? null
    return { publish: ofAction('publish'), unpublish: ofAction('unpublish') }
  })
}

type Plan = Record<Action, PlannedJob | null>

async function readPlan(req: PayloadRequest, { collection, id }: SchedulePublicationInput): Promise<Plan> {
  const jobs = await findPlannedJobs(req, { collection, ids: [id] })
  const ofAction = (wanted: Action) =>
    jobs.findLast(({ action, state }) => action === wanted && state !== 'failed') ?? null
  return { publish: ofAction('publish'), unpublish: ofAction('unpublish') }
}

function momentOf(given: Date | null | undefined, before: PlannedJob | null): Date | null {
  if (given !== undefined) return given
  return before ? new Date(before.at) : null
}

/** By the database's clock, which is also the one by which the queue finds jobs due. */
async function refuseThePast(req: PayloadRequest, { publishAt, unpublishAt }: SchedulePublicationInput) {
  const given = [publishAt, unpublishAt].flatMap((moment) => moment ?? [])
  const [clock] = await execute<{ now: string }>(req, sql`select clock_timestamp() as now`)
  const now = new Date(clock?.now ?? 0)
  if (given.some((moment) => moment <= now)) {
    throw new AppError('SCHEDULE_IN_PAST', 'That moment has passed: choose a later one.', 400, {
      now: now.toISOString(),
    })
  }
}

function refuseImpossible(document: PlannableDocument, { publish, unpublish }: Record<Action, Date | null>) {
  if (publish && !document.title.trim()) {
    throw new ConflictError('DOCUMENT_UNTITLED', 'Give it a title first: without one it cannot be published.')
  }
  if (publish && unpublish && unpublish <= publish) {
    throw new AppError(
      'UNPUBLISH_NOT_AFTER_PUBLISH',
      'It must be withdrawn after it is published, not before or at the same moment.',
      400,
    )
  }
  if (unpublish && !publish && !document.isPublished) {
    throw new ConflictError('NOT_PUBLISHED', 'It is neither published nor planned to be.')
  }
}

async function plan(
  req: PayloadRequest,
  { collection, id, publishAt, unpublishAt }: SchedulePublicationInput,
  action: Action,
  before: PlannedJob | null,
): Promise<void> {
  const moment = action === 'publish' ? publishAt : unpublishAt
  const user = req.user?.id
  if (moment === undefined || !user) return
  const at = moment?.toISOString()
  const isTheSame = before?.at === at && before?.user === user && before?.state === 'planned'
  if (isTheSame) return
  await dropPlannedJobs(req, { collection, id }, { only: [action], because: 'Another time was chosen.' })
  if (!moment || !at) return
  await queueJob(req, {
    task: 'publishDocument',
    input: { collection, id, action, at, user },
    waitUntil: moment,
  })
}
