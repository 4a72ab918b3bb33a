import { createHmac } from 'node:crypto'
import { isIPv6 } from 'node:net'
import { sql } from '@payloadcms/db-postgres'
import ipaddr from 'ipaddr.js'
import type { PayloadRequest } from 'payload'
import { now } from '../clock'
import { env } from '../env'
import { execute } from '../payload/execute'
import { lockInTransaction } from '../payload/lockInTransaction'

export interface Turn {
  /** What is done, such as `contact`: each act is counted for itself. */
  act: string
  /** Of the visitor, as the front settled it; only a hash of it is kept, which changes every day. */
  address: string
  /** How often one visitor, and all together, may in an hour. */
  hourly: { visitor: number; site: number }
}

const hourMs = 3_600_000

/**
 * Counts what a visitor does with a form that is open to anybody, in the caller's transaction.
 * @returns false where it was done too often; then nothing is counted.
 */
export async function takeTurn(req: PayloadRequest, { act, address, hourly }: Turn): Promise<boolean> {
  await lockInTransaction(req, `turns:${act}`)
  const at = now()
  const hourAgo = new Date(at.getTime() - hourMs)
  const visitor = hashOf(act, address, at)
  await execute(req, sql`delete from visitor_turns where at <= ${hourAgo.toISOString()}`, { reads: [] })
  const [taken] = await execute<{ own: number; all: number }>(
    req,
    sql`select count(*) filter (where visitor = ${visitor})::int as own, count(*)::int as all
        from visitor_turns where act = ${act}`,
    { reads: [] },
  )
  if (!taken || taken.own >= hourly.visitor || taken.all >= hourly.site) return false
  await execute(
    req,
    sql`insert into visitor_turns (act, visitor, at) values (${act}, ${visitor}, ${at.toISOString()})`,
    { reads: [] },
  )
  return true
}

function hashOf(act: string, address: string, at: Date): string {
  const day = at.toISOString().slice(0, 10)
  return createHmac('sha256', env.PAYLOAD_SECRET)
    .update(`${act}:${day}:${neighbourhoodOf(address)}`)
    .digest('base64url')
}

/** A household has a whole network of IPv6 addresses: its first 64 bits stand for all. */
function neighbourhoodOf(address: string): string {
  if (!isIPv6(address)) return address
  const parsed = ipaddr.IPv6.parse(address)
  if (parsed.isIPv4MappedAddress()) return parsed.toIPv4Address().toString()
  return parsed.parts.slice(0, 4).join(':')
}
