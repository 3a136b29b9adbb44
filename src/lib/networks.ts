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
