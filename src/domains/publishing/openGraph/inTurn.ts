import { AppError } from '@/src/platform/errors'

/** Anybody may ask for pictures: more than these do not wait, they are told to come back. */
const mostWaiting = 12
const patienceMs = 10_000

const underway = new Map<string, Promise<Buffer>>()
let last: Promise<unknown> = Promise.resolve()

/**
 * Runs one drawing at a time in this process; equal ones at the same time are one.
 * @throws AppError DRAWING_BUSY when too many wait, or it takes too long.
 */
export function inTurn(key: string, draw: () => Promise<Buffer>): Promise<Buffer> {
  const running = underway.get(key)
  if (running) return withPatience(running)
  if (underway.size >= mostWaiting) return Promise.reject(busy())
  const drawing = last.then(draw).finally(() => underway.delete(key))
  underway.set(key, drawing)
  last = drawing.catch(() => {})
  return withPatience(drawing)
}

async function withPatience(drawing: Promise<Buffer>): Promise<Buffer> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(busy()), patienceMs)
  })
  try {
    return await Promise.race([drawing, late])
  } finally {
    clearTimeout(timer)
  }
}

function busy(): AppError {
  return new AppError('DRAWING_BUSY', 'Many pictures are being drawn; ask again in a moment.', 503)
}
