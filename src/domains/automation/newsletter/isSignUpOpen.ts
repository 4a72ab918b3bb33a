import type { SiteSetting } from '@/payload-types'
import { reachesReaders } from '@/src/services/email/reachesReaders'

/** Addresses that could never be confirmed are not collected: where no mail gets out, there is nothing to sign up for. */
export function isSignUpOpen({ readersMaySignUp }: Pick<SiteSetting, 'readersMaySignUp'>): boolean {
  return readersMaySignUp !== false && reachesReaders()
}
