/** Payload in this process; loaded late, for it takes seconds and commands that need not wait should not. */
import { getPayload, type Payload } from 'payload'

export async function loadPayload(): Promise<Payload> {
  const { default: config } = await import('@/payload.config')
  return getPayload({ config })
}
