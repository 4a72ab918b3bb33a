/** The whole REST stack in this process: routing, sign-in, access, hooks, errors. */
import { env } from '@/src/platform/env'
import type { Actor } from './cast'
import { testPayload } from './database'

export interface Asking {
  as?: Actor
  /** Sent as JSON, unless it is a form. */
  body?: unknown
  headers?: Record<string, string>
}

export interface Document {
  id: string
  [field: string]: unknown
}

/** What our API and Payload's answer with, all in one: a test looks at the parts it means. */
export interface AnswerBody {
  docs?: Document[]
  totalDocs?: number
  limit?: number
  doc?: Document
  errors?: { message: string; code?: string; data?: Record<string, unknown> | null }[]
  data?: Record<string, { docs?: Document[]; [field: string]: unknown } | null>
  [field: string]: unknown
}

export interface Answer {
  status: number
  headers: Headers
  bytes: Buffer
  /** Empty when the answer is not JSON. */
  body: AnswerBody
}

/** `await rest('GET /content?limit=1', { as: ann })` */
export async function rest(
  line: `${string} /${string}`,
  { as, body, headers }: Asking = {},
): Promise<Answer> {
  await testPayload()
  const [method = 'GET', path = '/'] = line.split(/ (.*)/)
  const { default: config } = await import('@/payload.config')
  const { restRoute } = await import('@/src/platform/http/restRoute')
  const request = requestTo(`/api${path}`, { method, as, body, headers })
  return read(await restRoute(config)(request))
}

export function requestTo(path: string, { method, as, body, headers }: Asking & { method: string }): Request {
  const isForm = body instanceof FormData || body instanceof URLSearchParams
  return new Request(`${env.SITE_URL}${path}`, {
    method,
    headers: {
      ...(as ? { Authorization: `JWT ${as.token}` } : {}),
      ...(body === undefined || isForm ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    },
    body: body === undefined ? undefined : isForm ? body : JSON.stringify(body),
  })
}

export async function read(response: Response): Promise<Answer> {
  const bytes = Buffer.from(await response.arrayBuffer())
  const isJson = response.headers.get('content-type')?.includes('json')
  return {
    status: response.status,
    headers: response.headers,
    bytes,
    body: isJson ? (JSON.parse(bytes.toString('utf8')) as AnswerBody) : {},
  }
}
