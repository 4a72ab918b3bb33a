/** Whom we believe about where a request came from. */
import type { IncomingMessage } from 'node:http'
import { BlockList, isIP } from 'node:net'
import { Refusal } from '../refusal'

const forwardedHeaders = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-proto',
  'x-real-ip',
  'x-request-id',
]

export type ProxyTrust = (address: string | undefined) => boolean

/** @param list addresses and CIDR blocks, as TRUST_PROXY has them. */
export function trustedProxies(list: string[]): ProxyTrust {
  const trusted = new BlockList()
  for (const entry of list) addEntry(trusted, entry)
  return (address = '') => {
    const plain = address.replace(/^::ffff:(?=\d+\.)/, '')
    const version = isIP(plain)
    return version !== 0 && trusted.check(plain, version === 6 ? 'ipv6' : 'ipv4')
  }
}

function addEntry(trusted: BlockList, entry: string): void {
  const [address = '', bits] = entry.split('/')
  const version = isIP(address)
  const family = version === 6 ? 'ipv6' : 'ipv4'
  if (version === 0)
    throw new Refusal('ENV_INVALID', `TRUST_PROXY has "${entry}", which is no address or CIDR block.`)
  if (bits === undefined) trusted.addAddress(address, family)
  else trusted.addSubnet(address, Number(bits), family)
}

/** A stranger's claims are dropped; what is left of X-Forwarded-* can be believed, and X-Real-IP names the client. */
export function settleOrigin(request: IncomingMessage, isTrusted: ProxyTrust): void {
  const peer = request.socket.remoteAddress
  if (!isTrusted(peer)) for (const name of forwardedHeaders) delete request.headers[name]
  const chain = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => isIP(part))
  request.headers['x-real-ip'] = chain.findLast((address) => !isTrusted(address)) ?? chain[0] ?? peer
}
