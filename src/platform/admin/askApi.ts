/** A refusal of our own API, or its silence, told as a sentence for people. */
export class ApiRefusal extends Error {
  constructor(
    message: string,
    readonly code: string | undefined,
  ) {
    super(message)
  }
}

/** The code of a question that nothing, or only half an answer, came back to. */
export const noAnswer = 'NO_ANSWER'

interface Asking {
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  body?: unknown
  signal?: AbortSignal
}

/**
 * Asks our REST API as the person who looks at the panel.
 * @throws ApiRefusal, and the signal's own reason once the question was given up
 */
export async function askApi<Answer>(
  path: string,
  { method = 'GET', body, signal }: Asking = {},
): Promise<Answer> {
  const asking = fetch(path, {
    method,
    signal,
    credentials: 'same-origin',
    headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  })
  return readAnswer<Answer>(asking, signal)
}

/** Reads what the API answers, whole: half an answer is none. @throws ApiRefusal */
export async function readAnswer<Answer>(asking: Promise<Response>, signal?: AbortSignal): Promise<Answer> {
  const response = await orSilence(asking, signal)
  if (response.ok) return (await orSilence(response.json(), signal)) as Answer
  const { errors } = (await response.json().catch(() => ({}))) as {
    errors?: { message: string; code?: string }[]
  }
  throw new ApiRefusal(errors?.[0]?.message ?? `The server answered ${response.status}.`, errors?.[0]?.code)
}

/** Browsers say “Failed to fetch” and “Unexpected end of JSON input”, which tells an editor nothing. */
async function orSilence<Value>(coming: Promise<Value>, signal: AbortSignal | undefined): Promise<Value> {
  try {
    return await coming
  } catch (error) {
    if (signal?.aborted) throw error
    throw new ApiRefusal('The server does not answer. Try again in a moment.', noAnswer)
  }
}
