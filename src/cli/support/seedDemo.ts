import type { Payload } from 'payload'
import * as publishing from '@/src/domains/publishing'

/** Until the publishing domain brings its demo site. */
export async function seedDemo(payload: Payload): Promise<void> {
  if ('seedDemo' in publishing && typeof publishing.seedDemo === 'function')
    await publishing.seedDemo(payload)
}
