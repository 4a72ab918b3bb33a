/** A refusal of our own API, told as a sentence for people. */
export class ApiRefusal extends Error {
  constructor(
    message: string,
    readonly code: string | undefined,
  ) {
    super(message)
  }
}

interface Asking {
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  body?: unknown
  signal?: AbortSignal
}

/** Asks our REST API as the person who looks at the panel. @throws ApiRefusal */
export async function askApi<Answer>(
  path: string,
  { method = 'GET', body, signal }: Asking = {},
): Promise<Answer> {
  const response = await fetch(path, {
    method,
    signal,
    credentials: 'same-origin',
    headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  })
  const answer = (await response.json().catch(() => ({}))) as Answer & {
    errors?: { message: string; code?: string }[]
  }
  if (response.ok) return answer
  const [first] = answer.errors ?? []
  throw new ApiRefusal(first?.message ?? `The server answered ${response.status}.`, first?.code)
}
