/** Counts a body as it arrives and cuts it when it is too large or too slow, whoever reads it behind us. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type BodyLimits, timeouts } from './limits'
import { type FrontRefusal, refusals, refuse } from './refusals'

/** @returns false when the announced length is refused already. */
export function guardBody(request: IncomingMessage, response: ServerResponse, limits: BodyLimits): boolean {
  const announced = Number(request.headers['content-length'] ?? 0)
  if (announced > limits.bytes) {
    refuse(response, refusals.largeBody)
    return false
  }
  const hasBody = announced > 0 || request.headers['transfer-encoding'] !== undefined
  if (hasBody) watchBody(request, response, limits)
  return true
}

function watchBody(request: IncomingMessage, response: ServerResponse, limits: BodyLimits): void {
  let received = 0
  const cut = (refusal: FrontRefusal) => {
    stopWatching()
    // The reader behind us gets no more, and an "aborted" when the connection closes.
    request.push = () => true
    refuse(response, refusal)
  }
  const deadline = setTimeout(() => cut(refusals.slow), limits.timeMs)
  const silence = setTimeout(() => {
    if (request.readableLength >= request.readableHighWaterMark) silence.refresh()
    else cut(refusals.slow)
  }, timeouts.bodySilenceMs)
  const stopWatching = () => {
    clearTimeout(deadline)
    clearTimeout(silence)
    request.push = push
  }
  // Node's parser hands every piece to push(), before and whether or not anybody listens.
  const push = request.push
  request.push = (chunk: Buffer | null) => {
    if (chunk === null) stopWatching()
    else {
      silence.refresh()
      received += chunk.length
      if (received > limits.bytes) {
        cut(refusals.largeBody)
        return false
      }
    }
    return push.call(request, chunk)
  }
  response.once('close', stopWatching)
}
