import { createHash } from 'node:crypto'
import { type AuthStrategy, JWTAuthentication } from 'payload'
import { knownVersions } from '@/src/platform/cache/answers'
import { now } from '@/src/platform/clock'
import { executeKept } from '@/src/platform/payload/executeKept'

/** Whatever of an account may change while a token lasts: its row, and its sessions. */
const versionOfAccount = `
  select users.xmin::text || coalesce((
    select string_agg(' ' || held.xmin || ' ' || held.id, '' order by held.id)
    from users_sessions as held where held._parent_id = users.id
  ), '') as version
  from users where id = $1`

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

interface Claims {
  id: string
  /** Seconds since 1970. */
  exp: number
}

/**
 * Who sent a token before, in a header as programs do: Payload verified it then, and the database says at each request
 * that neither the account nor its sessions changed since. Anybody else, and each change, is Payload's affair.
 */
export const rememberedAsker: AuthStrategy = {
  name: 'remembered',
  authenticate: async (args) => {
    const { headers, payload, isGraphQL = false } = args
    const token = /^(?:JWT|Bearer) (\S+)$/.exec(headers.get('authorization') ?? '')?.[1]
    const claims = token === undefined ? undefined : claimsOf(token)
    if (!claims || !knownVersions().isOpen) return { user: null }
    const asked = { payload, transactionID: undefined as never }
    const [account] = await executeKept<{ version: string }>(asked, versionOfAccount, [claims.id])
    if (!account) return { user: null }
    const key = `asker ${isGraphQL} ${createHash('sha256').update(String(token)).digest('base64url')}`
    const known = knownVersions().find(key, account.version)
    if (known) return { user: known as never }
    // The version is older than what is read now, or the same: what changes in between is not taken for known.
    const verified = await JWTAuthentication({ ...args, strategyName: 'local-jwt' })
    if (verified.user) knownVersions().keep(key, account.version, verified.user as never)
    return verified
  },
}

/** What a token says of itself. Undefined where it can be of no use; it is not verified here. */
function claimsOf(token: string): Claims | undefined {
  try {
    const claims: Partial<Claims> = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
    const { id, exp } = claims
    if (typeof id !== 'string' || !uuid.test(id) || typeof exp !== 'number') return undefined
    return exp * 1000 > now().getTime() ? { id, exp } : undefined
  } catch {
    return undefined
  }
}
