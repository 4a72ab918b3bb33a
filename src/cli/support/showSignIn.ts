/** Tells who can sign in, and the password only in the minute it was made. */
import type { FirstAdmin } from '@/src/domains/accounts'
import { paint, say } from './say'

export function showSignIn({ email, generatedPassword, created }: FirstAdmin): void {
  say.line(`  Sign in   ${paint('bold', email)}`)
  if (generatedPassword) {
    say.line(
      `  Password  ${paint('bold', generatedPassword)}  ${paint('dim', '(shown only now: note it down)')}`,
    )
  } else if (created) {
    say.line(`  Password  ${paint('dim', 'the one in ADMIN_PASSWORD')}`)
  } else {
    say.line(
      `  Password  ${paint('dim', 'told at the first start; `npm run reset-password` makes a new one')}`,
    )
  }
}
