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
  /**
   * For acts that a page's own form sends, without a script: the path that its browser goes to next. Undefined where
   * a form is sent by a machine, which is answered like any other.
   */
  pageAfter?: (outcome: FormOutcome) => string | undefined
}

interface FormOutcome {
  /** As they were sent. */
  fields: Record<string, unknown>
  /** Left out when all went well. */
  refusal?: AppError
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
      const sent = await readBody(req, definition)
      const act = async () => {
        const answer = await definition.run(req, parseInput(req, definition, sent.fields))
        return answer instanceof Response
          ? answer
          : Response.json(answer, { status: definition.status ?? 200 })
      }
      return sent.isForm ? answerForm(definition, sent.fields, act) : act()
    },
  }
  endpoints.add(endpoint)
  return endpoint
}

/** A browser that sent a form shows what comes back: a page, whether the act was done or refused. */
async function answerForm<Input extends z.ZodType>(
  { pageAfter }: EndpointDefinition<Input>,
  fields: Record<string, unknown>,
  act: () => Promise<Response>,
): Promise<Response> {
  try {
    const answer = await act()
    return seeOther(pageAfter?.({ fields })) ?? answer
  } catch (error) {
    const page = error instanceof AppError ? seeOther(pageAfter?.({ fields, refusal: error })) : undefined
    if (page) return page
    throw error
  }
}

function seeOther(path: string | undefined): Response | undefined {
  return path === undefined
    ? undefined
    : new Response(null, { status: 303, headers: { location: path, 'cache-control': 'no-store' } })
}

function refuseUnlessAllowed(req: PayloadRequest, allow: Predicate) {
  const args: AccessArgs = { req }
  if (allow(args) !== false) return
  throw req.user ? new ForbiddenError() : new SignInRequiredError()
}

function parseInput<Input extends z.ZodType>(
  req: PayloadRequest,
  { input }: EndpointDefinition<Input>,
  sent: Record<string, unknown>,
): z.output<Input> {
  const parsed = input.safeParse({ ...req.query, ...sent, ...req.routeParams })
  if (parsed.success) return parsed.data
  const issues = parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }))
  const [first] = issues
  throw new InvalidInputError(
    first?.path ? `${first.path}: ${first.message}` : (first?.message ?? 'The input is not valid.'),
    issues,
  )
}

async function readBody<Input extends z.ZodType>(
  req: PayloadRequest,
  { body, pageAfter }: EndpointDefinition<Input>,
): Promise<{ fields: Record<string, unknown>; isForm: boolean }> {
  if (body !== 'json') return { fields: {}, isForm: false }
  const type = req.headers.get('content-type') ?? ''
  const isForm =
    pageAfter !== undefined && /^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(type)
  return { fields: isForm ? await readForm(req) : await readJson(req), isForm }
}

async function readForm(req: PayloadRequest): Promise<Record<string, unknown>> {
  try {
    return Object.fromEntries((await req.formData?.()) ?? [])
  } catch {
    throw new AppError('INVALID_FORM', 'The form cannot be read.', 400)
  }
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
