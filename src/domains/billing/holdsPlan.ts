import type { PayloadRequest } from 'payload'

/** Whether the caller's subscription includes one of `plans` (any paid plan when the list is empty). */
export function holdsPlan(_req: Pick<PayloadRequest, 'user'>, _plans: readonly string[]): boolean {
  return false
}
