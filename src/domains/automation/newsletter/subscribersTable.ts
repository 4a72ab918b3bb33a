/** Who gets the newsletter, as a table for spreadsheets and for services that send mail. */
import type { PayloadRequest, Where } from 'payload'
import type { Subscriber } from '@/payload-types'
import { asUser } from '@/src/platform/authority'
import { csv, csvLine } from '@/src/platform/csv'
import { unsubscribeAddress } from './paths'
import type { SubscribersTableInput } from './schemas'
import { unsubscribeToken } from './subscriptionLinks'

const columns = {
  email: ({ email }) => email,
  state: ({ state }) => state,
  language: ({ locale }) => locale,
  signedUpAt: ({ consent, createdAt }) => consent?.at ?? createdAt,
  signedUpOn: ({ consent }) => consent?.page,
  agreedTo: ({ consent }) => consent?.wording,
  confirmedAt: ({ confirmedAt }) => confirmedAt,
  unsubscribedAt: ({ unsubscribedAt }) => unsubscribedAt,
  lastAskedAt: ({ mailedAt }) => mailedAt,
  unsubscribeLink: (subscriber) => unsubscribeAddress(unsubscribeToken(subscriber)),
} satisfies Record<string, (subscriber: Subscriber) => string | null | undefined>

const batchSize = 1_000

/**
 * Lines of the table, in the order in which readers signed up; memory holds one batch. Who is not allowed, or asks for
 * what is no field, is refused before there is a line.
 */
export async function subscribersTable(
  req: PayloadRequest,
  { where }: SubscribersTableInput,
): Promise<AsyncGenerator<string>> {
  return linesOf(req, where as Where, await readBatch(req, where as Where))
}

async function* linesOf(req: PayloadRequest, where: Where, first: Subscriber[]): AsyncGenerator<string> {
  yield csv(Object.keys(columns), [])
  for (let batch = first; batch.length > 0; batch = await readBatch(req, where, batch.at(-1)?.id)) {
    yield batch.map((row) => csvLine(Object.values(columns).map((cell) => cell(row)))).join('')
    if (batch.length < batchSize) return
  }
}

/** Behind the last one: nobody comes twice, whoever signs up or leaves meanwhile. */
async function readBatch(req: PayloadRequest, where: Where, last?: string): Promise<Subscriber[]> {
  const { docs } = await req.payload.find({
    collection: 'subscribers',
    where: { and: [where, ...(last ? [{ id: { greater_than: last } }] : [])] },
    sort: 'id',
    limit: batchSize,
    pagination: false,
    depth: 0,
    ...asUser(req),
  })
  return docs
}
