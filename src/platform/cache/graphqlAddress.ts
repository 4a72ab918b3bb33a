/** Which GraphQL questions may be answered from the cache: anonymous queries, equal when they mean the same. */
import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import {
  type DocumentNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  stripIgnoredCharacters,
} from 'graphql'
import { LRUCache } from 'lru-cache'
import { readBody } from '../front/keptBody'
import { type AddressRules, type CacheAddress, isPersonal, originOf } from './addressOf'

const path = '/api/graphql'
const longestQuestion = 16_000

interface Question {
  query: string
  variables?: Record<string, unknown>
  operationName?: string
}

/** A question as it was written, and as it is asked for everybody; null: it is not for the cache. */
const known = new LRUCache<string, { question: string } | { question: null }>({ max: 500 })

export function isGraphql({ url = '' }: IncomingMessage): boolean {
  return url === path || url.startsWith(`${path}?`)
}

export async function graphqlAddressOf(
  request: IncomingMessage,
  { origins }: AddressRules,
): Promise<CacheAddress | undefined> {
  const { method, headers } = request
  const isPost = method === 'POST' && headers['content-type']?.startsWith('application/json') === true
  if (isPersonal(request) || (!isPost && method !== 'GET')) return undefined
  const written = isPost ? (await readBody(request)).toString('utf8') : writtenInUrl(request.url ?? '')
  if (written === undefined || written.length > longestQuestion) return undefined
  const { question } = known.get(written) ?? remember(written)
  if (question === null) return undefined
  const accept = String(headers.accept ?? '').includes('application/graphql-response+json')
    ? 'application/graphql-response+json'
    : 'application/json'
  const origin = originOf(request, origins)
  const hash = createHash('sha256').update(question).digest('base64url')
  return {
    key: `graphql ${hash} ${accept} ${origin ?? ''}`,
    url: path,
    isApi: true,
    origin,
    question: { body: Buffer.from(question), accept, isTagged: !isPost },
  }
}

function writtenInUrl(url: string): string | undefined {
  const query = new URLSearchParams(url.slice(path.length))
  const variables = query.get('variables')
  try {
    return JSON.stringify({
      query: query.get('query'),
      operationName: query.get('operationName') ?? undefined,
      variables: variables ? JSON.parse(variables) : undefined,
    })
  } catch {
    return undefined
  }
}

function remember(written: string): { question: string } | { question: null } {
  const read = { question: normalise(written) } as { question: string } | { question: null }
  known.set(written, read)
  return read
}

function normalise(written: string): string | null {
  try {
    const { query, variables, operationName } = JSON.parse(written) as Question
    if (typeof query !== 'string') return null
    const document = parse(query)
    const operation = operationOf(document, operationName)
    if (operation?.operation !== 'query') return null
    const asked = {
      query: stripIgnoredCharacters(print(document)),
      variables: sorted(variables),
      operationName,
    }
    return JSON.stringify(asked)
  } catch {
    return null
  }
}

function operationOf({ definitions }: DocumentNode, name: string | undefined) {
  const operations = definitions.filter(
    (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
  )
  if (operations.some(({ operation }) => operation !== 'query')) return undefined
  if (typeof name === 'string' && name) return operations.find((operation) => operation.name?.value === name)
  return operations.length === 1 ? operations[0] : undefined
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, part]) => [name, sorted(part)]),
  )
}
