import type { AccessArgs, Endpoint, PayloadRequest } from 'payload'
import type { z } from 'zod'
import type { Predicate } from '@/src/platform/access'
import { AppError, ForbiddenError, InvalidInputError, SignInRequiredError } from '@/src/platform/errors'

/** `json` is parsed and checked against `input`; `raw` and `none` leave the body to the verb. */
type BodyKind = 'json' | 'raw' | 'none'

export interface EndpointDefinition<Input extends z.ZodType> {
  method: Endpoint['method']
  path: string
  allow: Predicate
  body: BodyKind
  /** Checked over path parameters, query and JSON body together; a path parameter wins over the others. */
  input: Input
  run: (req: PayloadRequest, input: z.output<Input>) => Promise<unknown>
  /** Status of a successful answer. */
  status?: number
}

const endpoints = new WeakSet<object>()

/** True for endpoints made here: the architecture test refuses all others. */
export function isDefinedEndpoint(endpoint: object): boolean {
  return endpoints.has(endpoint)
}

/**
 * The one way to make an HTTP act: who may, what comes in, which verb.
 * `run` returns data, answered as JSON, or a whole `Response`.
 */
export function defineEndpoint<Input extends z.ZodType>(definition: EndpointDefinition<Input>): Endpoint {
  const endpoint: Endpoint = {
    method: definition.method,
    path: definition.path,
    handler: async (req) => {
      refuseUnlessAllowed(req, definition.allow)
      const input = await parseInput(req, definition)
      const answer = await definition.run(req, input)
      return answer instanceof Response ? answer : Response.json(answer, { status: definition.status ?? 200 })
    },
  }
  endpoints.add(endpoint)
  return endpoint
}

function refuseUnlessAllowed(req: PayloadRequest, allow: Predicate) {
  const args: AccessArgs = { req }
  if (allow(args) !== false) return
  throw req.user ? new ForbiddenError() : new SignInRequiredError()
}

async function parseInput<Input extends z.ZodType>(
  req: PayloadRequest,
  { body, input }: EndpointDefinition<Input>,
): Promise<z.output<Input>> {
  const fields = { ...req.query, ...(body === 'json' ? await readJson(req) : {}), ...req.routeParams }
  const parsed = input.safeParse(fields)
  if (parsed.success) return parsed.data
  const issues = parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }))
  const [first] = issues
  throw new InvalidInputError(
    first?.path ? `${first.path}: ${first.message}` : (first?.message ?? 'The input is not valid.'),
    issues,
  )
}

async function readJson(req: PayloadRequest): Promise<Record<string, unknown>> {
  const text = (await req.text?.()) ?? ''
  if (text.trim() === '') return {}
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    throw new AppError('INVALID_JSON', 'The body is not valid JSON.', 400)
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw new InvalidInputError('The body must be a JSON object.')
  }
  return parsed as Record<string, unknown>
}
