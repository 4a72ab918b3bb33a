import type { SanitizedConfig } from 'payload'
import { sharedConfig } from '@/src/platform/payload/sharedConfig'

/** The configuration that the process loaded for the front; Next's bundle brings its own only where there is none. */
const config: Promise<SanitizedConfig> =
  sharedConfig() ?? import('@/payload.config').then(({ default: own }) => own)

export default config
