import type { PayloadRequest } from 'payload'
import { notify } from '@/src/domains/automation'
import { asSystem } from '@/src/platform/authority'
import { type GivenUpJob, onceForJob } from '@/src/platform/jobs'
import { type Plannable, type PublishDocumentInput, plannable } from './schemas'

/**
 * Tells those whose document it is: its owner, the authors that have accounts, and who planned it. Where none of
 * them can be told any more, the administrators hear it.
 */
export async function tellPublicationFailed(
  req: PayloadRequest,
  { input, message }: GivenUpJob<PublishDocumentInput>,
): Promise<void> {
  await onceForJob(req, async () => {
    const document = await findDocument(req, input)
    const letter = letterOf(input, document?.title ?? null, message)
    const concerned = await findConcerned(req, input, document)
    const told = await tellAll(req, concerned, letter)
    if (told === 0) await tellAll(req, await findAdministrators(req), letter)
    return null
  })
}

type Letter = Omit<Parameters<typeof notify>[1], 'user'>

async function tellAll(req: PayloadRequest, users: string[], letter: Letter): Promise<number> {
  let told = 0
  // One after the other: they share a transaction, which is one connection.
  for (const user of users) if (await notify(req, { ...letter, user })) told += 1
  return told
}

function letterOf(
  { collection, id, action, at }: PublishDocumentInput,
  title: string | null,
  reason: string,
): Letter {
  const name = title ? `“${title}”` : 'An untitled document'
  const act = action === 'publish' ? 'published' : 'withdrawn'
  const moment = new Date(at).toLocaleString('en-GB', {
    dateStyle: 'full',
    timeStyle: 'short',
    timeZone: 'UTC',
  })
  const now = action === 'publish' ? 'Readers see what they saw before.' : 'Readers still see it.'
  return {
    type: 'publication-failed',
    subject: `${name} could not be ${act}`,
    body: `It was to be ${act} on ${moment} UTC, and was not: ${reason} ${now}`,
    link: `/admin/collections/${collection}/${id}`,
  }
}

interface Document {
  title?: string | null
  user?: unknown
  authors?: unknown
}

async function findDocument(
  req: PayloadRequest,
  { collection, id }: PublishDocumentInput,
): Promise<Document | null> {
  return req.payload.findByID({
    collection: plannable.find((known) => known === collection) as Plannable,
    id,
    draft: true,
    trash: true,
    disableErrors: true,
    depth: 0,
    select: { title: true, user: true, authors: true },
    // Nobody has signed in: the job tells them.
    ...asSystem(req),
  })
}

async function findConcerned(
  req: PayloadRequest,
  { user }: PublishDocumentInput,
  document: Document | null,
): Promise<string[]> {
  const bylines = [document?.authors ?? []].flat().filter((id) => typeof id === 'string')
  const { docs } = await req.payload.find({
    collection: 'profiles',
    where: { id: { in: bylines } },
    depth: 0,
    pagination: false,
    select: { user: true },
    // Which account stands behind a byline is nobody's to read.
    ...asSystem(req),
  })
  const accounts = [document?.user, ...docs.map((profile) => profile.user), user]
  return [...new Set(accounts.filter((id): id is string => typeof id === 'string'))]
}

async function findAdministrators(req: PayloadRequest): Promise<string[]> {
  const { docs } = await req.payload.find({
    collection: 'users',
    where: { and: [{ role: { equals: 'admin' } }, { disabledAt: { exists: false } }] },
    depth: 0,
    pagination: false,
    select: {},
    // Who they are matters only to tell them.
    ...asSystem(req),
  })
  return docs.map(({ id }) => id)
}
