import { createHash } from 'node:crypto'
import { type AuthStrategy, JWTAuthentication, type Payload } from 'payload'
import { validate as isUuid } from 'uuid'
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

interface Claims {
  id: string
  /** Seconds since 1970. */
  exp: number
}

/** Of a token that Payload has verified once. */
const verifiedOnly = 'verified'

/**
 * Who sent a token before, in a header as programs do: Payload verified it then, and the database says at each request
 * that neither the account nor its sessions changed since. Anybody else, and each change, is Payload's affair. The
 * database is asked for a version only on behalf of tokens that were verified.
 */
export const rememberedAsker: AuthStrategy = {
  name: 'remembered',
  authenticate: async (args) => {
    const { headers, payload, isGraphQL = false } = args
    const token = /^(?:JWT|Bearer) (\S+)$/.exec(headers.get('authorization') ?? '')?.[1]
    const claims = token === undefined ? undefined : claimsOf(token)
    // What a transaction reads may never come true.
    const isInTransaction = Boolean(await args.req?.transactionID)
    if (!claims || isInTransaction || !knownVersions().isOpen) return { user: null }
    const key = `asker ${isGraphQL} ${createHash('sha256').update(String(token)).digest('base64url')}`
    const verify = () => JWTAuthentication({ ...args, strategyName: 'local-jwt' })
    if (!knownVersions().has(key)) {
      const verified = await verify()
      if (verified.user) knownVersions().keep(key, verifiedOnly, { id: claims.id })
      return verified
    }
    const version = await versionOf(payload, claims.id)
    if (version === undefined) return { user: null }
    const known = knownVersions().find(key, version)
    if (known) return { user: known as never }
    // The version is older than what is read now, or the same: what changes in between is not taken for known.
    const verified = await verify()
    if (verified.user) knownVersions().keep(key, version, verified.user as never)
    return verified
  },
}

/** Undefined where there is no such account, and where the database fails, of which Payload's own way then hears. */
async function versionOf(payload: Payload, id: string): Promise<string | undefined> {
  const rows = await executeKept<{ version: string }>({ payload }, versionOfAccount, [id]).catch(() => [])
  return rows[0]?.version
}

/** What a token says of itself. Undefined where it can be of no use; it is not verified here. */
function claimsOf(token: string): Claims | undefined {
  try {
    const claims: Partial<Claims> = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
    const { id, exp } = claims
    if (typeof id !== 'string' || !isUuid(id) || typeof exp !== 'number') return undefined
    return exp * 1000 > now().getTime() ? { id, exp } : undefined
  } catch {
    return undefined
  }
}
