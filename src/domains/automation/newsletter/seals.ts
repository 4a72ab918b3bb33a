/**
 * Nothing that opens a door is stored: what a link or a form carries is signed with the site's secret. A new secret
 * makes the links in mails that went out before useless.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { env } from '@/src/platform/env'

export function sealOf(...parts: (string | number)[]): string {
  return createHmac('sha256', env.PAYLOAD_SECRET)
    .update(JSON.stringify(['newsletter', ...parts]))
    .digest('base64url')
}

export function isSealOf(seal: string, ...parts: (string | number)[]): boolean {
  const right = Buffer.from(sealOf(...parts))
  const given = Buffer.from(seal)
  return given.length === right.length && timingSafeEqual(given, right)
}
