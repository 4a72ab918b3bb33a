/** Jobs that gave up, each told in one sentence. Only administrators may read the queue. */
import type { PayloadRequest } from 'payload'
import { isAdmin } from '@/src/platform/access'
import { asUser } from '@/src/platform/authority'

export interface FailedJob {
  id: string
  /** What failed and how often it was tried. */
  sentence: string
  /** What the failure itself said. */
  cause: string
  /** What the job was asked to do it with, as JSON. */
  input: string
  failedAt: string
}

export interface FailedJobs {
  total: number
  jobs: FailedJob[]
}

const jobCount = 5
const causeLength = 300

export async function readFailedJobs(req: PayloadRequest): Promise<FailedJobs> {
  if (!isAdmin(req)) return { total: 0, jobs: [] }
  const { docs, totalDocs } = await req.payload.find({
    collection: 'payload-jobs',
    where: { hasError: { equals: true } },
    depth: 0,
    limit: jobCount,
    sort: '-updatedAt',
    ...asUser(req),
  })
  const labels = new Map(
    (req.payload.config.jobs?.tasks ?? []).map(({ slug, label }) => [slug as string, label]),
  )
  return {
    total: totalDocs,
    jobs: docs.map((job) => {
      const name = labels.get(job.taskSlug ?? '') ?? inWords(job.taskSlug ?? 'job')
      return {
        id: String(job.id),
        sentence: `“${name}” failed${triesInWords(job.totalTried ?? 0)}.`,
        cause: causeOf(job).slice(0, causeLength),
        input: JSON.stringify(job.input ?? {}).slice(0, causeLength),
        failedAt: job.updatedAt,
      }
    }),
  }
}

interface JobTrace {
  error?: unknown
  log?: { error?: unknown }[] | null
}

function causeOf({ error, log }: JobTrace): string {
  return messageOf(log?.at(-1)?.error) ?? messageOf(error) ?? 'It left no reason.'
}

function messageOf(error: unknown): string | undefined {
  if (typeof error === 'string') return error || undefined
  const hasMessage = typeof error === 'object' && error !== null && 'message' in error
  return hasMessage && typeof error.message === 'string' && error.message ? error.message : undefined
}

/** `makeRenditions` → `Make renditions`. */
function inWords(slug: string): string {
  const words = slug.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function triesInWords(tries: number): string {
  return tries > 1 ? ` after ${tries} tries` : ''
}
