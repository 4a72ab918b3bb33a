import ipaddr from 'ipaddr.js'

/** Source: IANA's special-purpose registries, where they say more than the library's ranges. */
const alsoPrivate = [
  '192.0.0.0/24',
  '192.88.99.0/24',
  '198.18.0.0/15',
  '2001::/23',
  '3fff::/20',
  '5f00::/16',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
].map((range) => ipaddr.parseCIDR(range))

/** Whether an IP address is one that anybody on the internet may reach: not ours, not this machine's, not reserved. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.process(address)
  if (parsed.range() !== 'unicast') return false
  return !alsoPrivate.some(([range, bits]) => range.kind() === parsed.kind() && parsed.match(range, bits))
}
