import type { IncomingMessage } from 'node:http'

const bodies = new WeakMap<IncomingMessage, Buffer>()

/** Reads a body that somebody else has to read again. */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const body = Buffer.concat(chunks)
  bodies.set(request, body)
  return body
}

export function replaceBody(request: IncomingMessage, body: Buffer): void {
  bodies.set(request, body)
}

/** Undefined while nobody has read it. */
export function keptBody(request: IncomingMessage): Buffer | undefined {
  return bodies.get(request)
}
