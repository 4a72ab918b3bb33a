/** Gives a user a new password, for the one who has the machine but lost the way in. */
import { randomBytes } from 'node:crypto'
import { env } from '@/src/platform/env'
import { Refusal } from '@/src/platform/refusal'
import { runCommand } from './support/runCommand'
import { say } from './support/say'
import { showSignIn } from './support/showSignIn'
import { withPayload } from './support/withDatabase'

await runCommand(([email = env.ADMIN_EMAIL]) =>
  withPayload(async (payload) => {
    const password = randomBytes(12).toString('base64url')
    // Whoever can run commands here owns the installation: no user is asked.
    const authority = { overrideAccess: true, depth: 0 }
    const { docs } = await payload.find({
      collection: 'users',
      where: { email: { equals: email } },
      limit: 1,
      ...authority,
    })
    const [user] = docs
    if (!user) {
      throw new Refusal(
        'NO_SUCH_USER',
        `No user has the address ${email}: npm run reset-password -- someone@example.com`,
      )
    }
    await payload.update({ collection: 'users', id: user.id, data: { password }, ...authority })
    say.success('The password was changed.')
    showSignIn({ email, generatedPassword: password, created: false })
  }),
)
