import ipaddr from 'ipaddr.js'

/**
 * Tells whether an address lies in one of the networks: `10.0.0.0/8`, or a single address. IPv4 in IPv6's clothes
 * (`::ffff:10.0.0.1`) is IPv4; what is no address lies nowhere.
 */
export function networkMatcher(networks: readonly string[]): (address: string | undefined) => boolean {
  if (networks.length === 0) return () => false
  const ranges = networks.map(rangeOf)
  return (address) => {
    if (address === undefined || !ipaddr.isValid(address)) return false
    return ipaddr.subnetMatch(ipaddr.process(address), { member: ranges }, 'none') === 'member'
  }
}

function rangeOf(network: string): ReturnType<typeof ipaddr.parseCIDR> {
  if (network.includes('/')) return ipaddr.parseCIDR(network)
  const address = ipaddr.process(network)
  return [address, address.kind() === 'ipv4' ? 32 : 128]
}

/** Whether an address is the machine's own. */
export const isLoopback = (address: string | undefined): boolean =>
  address === '::1' || /^(?:::ffff:)?127\./.test(address ?? '')

export interface Network {
  readonly family: 'ipv4' | 'ipv6'
  /** Of the prefix: the fewer, the more addresses. */
  readonly bits: number
  /** Set apart for networks that the internet does not reach. */
  readonly isPrivate: boolean
}

/** Throws for what is no network. */
export function parseNetwork(network: string): Network {
  const [address, bits] = rangeOf(network)
  return { family: address.kind(), bits, isPrivate: ['private', 'uniqueLocal'].includes(address.range()) }
}

/** An address as people write it: IPv4 without IPv6's clothes. What is no address stays as it is. */
export const plainAddress = (address: string): string =>
  ipaddr.isValid(address) ? ipaddr.process(address).toString() : address
