import type { SanitizedConfig } from 'payload'

const key = Symbol.for('masthead.payloadConfig')
const shared = globalThis as { [key]?: Promise<SanitizedConfig> }

/** Next bundles its own copies of our modules: what is loaded once a process hangs on globalThis. */
export function sharedConfig(): Promise<SanitizedConfig> | undefined {
  return shared[key]
}

export function shareConfig(config: Promise<SanitizedConfig>): void {
  shared[key] = config
}
