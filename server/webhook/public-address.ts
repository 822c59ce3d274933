// Which network addresses a webhook may reach: those of the public internet, by IANA's special-purpose registries (RFC 6890).
import { lookup } from 'node:dns/promises'
import { BlockList, isIP } from 'node:net'

const special = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  special.addSubnet(network, prefix, 'ipv4')
// Within the block that is global unicast: transition mechanisms lead to IPv4 addresses that nobody looked at.
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  special.addSubnet(network, prefix, 'ipv6')

/** Of IPv6, everything that is not global unicast (loopback, link and site local, mapped IPv4, NAT64) is outside of it. */
const globalUnicast = new BlockList()
globalUnicast.addSubnet('2000::', 3, 'ipv6')

export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !special.check(address, 'ipv4')
    case 6:
      // "fe80::1%eth0" counts as an address; a zone is never public.
      return !address.includes('%') && globalUnicast.check(address, 'ipv6') && !special.check(address, 'ipv6')
    default:
      return false
  }
}

export type Address = { address: string; family: number }
/** All addresses behind a host name as a URL has it ("[::1]" for IPv6); empty when there is none. */
export type Resolve = (hostname: string) => Promise<readonly Address[]>

export const resolveHost: Resolve = async (hostname) => {
  const literal = hostname.replace(/^\[(.*)\]$/, '$1')
  const family = isIP(literal)
  if (family !== 0) return [{ address: literal, family }]
  return lookup(hostname, { all: true }).catch(() => [])
}
