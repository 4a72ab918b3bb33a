/** A handler that answers from the cache what is asked anonymously, and makes equal answers once. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { now } from '../clock'
import type { Handler } from '../front/createFront'
import { replaceBody } from '../front/keptBody'
import { requestContext } from '../requestContext'
import { Answer, type Asked, askedBy } from './Answer'
import type { AnswerCache } from './AnswerCache'
import { type AddressRules, addressOf, type CacheAddress } from './addressOf'
import { captureAnswer } from './captureAnswer'
import { graphqlAddressOf, isGraphql } from './graphqlAddress'
import { Reads } from './Reads'
import type { SharedAnswers } from './SharedAnswers'

export interface WithCacheOptions extends AddressRules {
  cache: AnswerCache
  /** Of all processes, where there is a Redis. */
  shared?: SharedAnswers
  /** What is told to everybody in place of what was made for the first asker. */
  asKept?: (answer: Answer) => Answer
}

interface Made {
  /** None: whoever asked has left. */
  answer: Answer | undefined
  isStored: boolean
  /** False where it was made for one alone: others make theirs at the same time. */
  isForAll: boolean
  how?: string
}

/** Milliseconds. Pages tell the time of things, such as how old a price is. */
const longest = { api: 300_000, page: 60_000, failure: 5_000 }

const storable = new Set([200, 301, 302, 303, 307, 308, 404, 410])

/** For browsers: ask again, with the tag. For shared caches in front of us: the second that we promise. */
const publicControl = 'public, max-age=0, must-revalidate, s-maxage=1'
const failureControl = 'public, max-age=0, must-revalidate'
const uncachedControl = 'private, no-cache'

export function withCache(handler: Handler, { cache, shared, asKept, ...rules }: WithCacheOptions): Handler {
  const fills = new Map<string, { turn: number; made: Promise<Made> }>()
  let turn = 0

  return async (request, response) => {
    const address = await addressFor(request)
    if (!address) return handler(request, response)
    const asked = { ...askedBy(request), control: controlFor(address) }
    if (address.question?.isTagged === false) asked.knownTags = undefined
    const known = cache.get(address.key)
    if (known) return sendKnown(known, asked, response, 'hit')
    turn += 1
    const arrived = turn
    // Answers that are dropped while they are made must not be made by each of those who wait.
    for (let other = fills.get(address.key); other; other = fills.get(address.key)) {
      const { answer, isStored, isForAll } = await other.made
      if (!isForAll) break
      if (answer && isStored) return sendKnown(answer, asked, response, 'shared')
      // Begun after this was asked, it is as fresh as an own one.
      if (answer && other.turn > arrived) return answer.send(asked, response, uncachedControl)
    }
    turn += 1
    const filling = fill(address, request, response)
    const made = filling.catch(() => ({ answer: undefined, isStored: false, isForAll: false }))
    const own = { turn, made }
    fills.set(address.key, own)
    // Gone before it is sent: what changes while it is compressed must not be told from here.
    void made.then(() => fills.get(address.key) === own && fills.delete(address.key))
    const { answer, isStored, how = 'miss' } = await filling
    if (answer && isStored) await sendKnown(answer, asked, response, how)
    else if (answer) await answer.send(asked, response, uncachedControl)
  }

  function addressFor(request: IncomingMessage) {
    if (!cache.isOpen) return undefined
    return isGraphql(request) ? graphqlAddressOf(request, rules) : addressOf(request, rules)
  }

  async function fill(
    address: CacheAddress,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<Made> {
    const reads = new Reads()
    const begun = cache.begin()
    try {
      const { kept, moment } = (await shared?.find(address.key)) ?? {}
      if (kept) {
        const answer = new Answer(kept.status, kept.headers, kept.body)
        for (const name of kept.names) reads.names.add(name)
        if (keep(answer, reads, kept.ttlMs)) return { answer, isStored: true, isForAll: true, how: 'hit' }
      }
      askForEverybody(request, address)
      const context = requestContext.getStore() ?? { requestId: '' }
      context.reads = reads
      const made = await requestContext.run(context, () => captureAnswer(handler, request, response))
      const answer = made && asKept ? asKept(made) : made
      if (!answer) return { answer, isStored: false, isForAll: true }
      const isForAll = reads.isPublic && reads.names.size > 0 && mayStore(answer, address)
      if (!isForAll) return { answer, isStored: false, isForAll }
      const kind = answer.status >= 400 ? longest.failure : address.isApi ? longest.api : longest.page
      const ttlMs = Math.min(kind, (context.validUntil ?? Number.POSITIVE_INFINITY) - now().getTime())
      if (ttlMs <= 0) return { answer, isStored: false, isForAll: false }
      const isStored = keep(answer, reads, ttlMs)
      if (isStored && moment) {
        const { status, headers, body } = answer
        // Nobody waits for it.
        void shared?.store(address.key, moment, { status, headers, body, names: [...reads.names], ttlMs })
      }
      return { answer, isStored, isForAll }
    } finally {
      cache.end(begun)
    }

    function keep(answer: Answer, read: Reads, ttlMs: number): boolean {
      answer.onGrow = () => cache.resize(address.key, answer)
      return cache.store(address.key, answer, read, begun, ttlMs)
    }
  }
}

/** What a front proxy or we ourselves said, and nothing of what only the asker brought: it must not shape what others get. */
const neutralHeaders = /^(host|connection|x-request-id|x-real-ip|x-forwarded-\w+)$/

function askForEverybody(request: IncomingMessage, { url, origin, question }: CacheAddress): void {
  request.url = url
  request.method = question ? 'POST' : 'GET'
  for (const name of Object.keys(request.headers))
    if (!neutralHeaders.test(name)) delete request.headers[name]
  if (origin !== undefined) request.headers.origin = origin
  // To whom names no browser Next sends titles and cards late, in the body.
  request.headers['user-agent'] = 'Masthead'
  if (!question) return
  request.headers['content-type'] = 'application/json'
  request.headers.accept = question.accept
  replaceBody(request, question.body)
}

function mayStore({ status, headers, body }: Answer, { question }: CacheAddress): boolean {
  if (headers.some(([name]) => name === 'set-cookie')) return false
  return question ? status === 200 && !hasErrors(body) : storable.has(status)
}

/** GraphQL tells of failures in an answer that succeeds. */
function hasErrors(body: Buffer): boolean {
  return 'errors' in (JSON.parse(body.toString('utf8')) as object)
}

function controlFor({ question }: CacheAddress): string {
  return question && !question.isTagged ? uncachedControl : publicControl
}

function sendKnown(
  answer: Answer,
  asked: Asked & { control: string },
  response: ServerResponse,
  how: string,
): Promise<void> {
  response.setHeader('x-cache', how)
  return answer.send(asked, response, answer.status >= 400 ? failureControl : asked.control)
}
