import type { Origin } from '../http/forwarded.ts'
import type { SignedTarget } from '../protocol/signed-request.ts'

/** An address under which a reverse proxy offers this server. */
export interface PublicAddress extends SignedTarget {
  readonly scheme: 'http' | 'https'
}

/** Takes `https://example.com/s3` apart. */
export function publicAddress(url: string): PublicAddress {
  const { host, pathname, protocol } = new URL(url)
  return { host, pathPrefix: pathname.replace(/\/$/, ''), scheme: protocol === 'https:' ? 'https' : 'http' }
}

/**
 * The public address that a request came to, and its prefix where the proxy has left it in the path (it keeps the host then).
 * Behind a proxy that rewrites the host, the first address is assumed.
 */
export function addressedAs(
  addresses: readonly PublicAddress[],
  host: string | undefined,
  rawUrl: string,
): { readonly publicAddress?: PublicAddress; readonly pathPrefix?: string } {
  const [first] = addresses
  if (!first) return {}
  const sameHost = addresses.filter((address) => address.host === host?.toLowerCase())
  const prefixed = sameHost.find(({ pathPrefix }) => pathPrefix !== '' && rawUrl.startsWith(pathPrefix))
  if (prefixed) return { publicAddress: prefixed, pathPrefix: prefixed.pathPrefix }
  return { publicAddress: sameHost[0] ?? first }
}

interface Located {
  readonly address: { readonly style: 'path' | 'virtual'; readonly project?: string }
  readonly origin: Pick<Origin, 'scheme' | 'host'>
  readonly publicAddress?: PublicAddress | undefined
}

/** The URL of an object as the client of a request would write it. */
export function locationOf(
  { address, origin, publicAddress }: Located,
  { bucket, key }: { readonly bucket: string; readonly key: string },
): string {
  const { scheme, host, pathPrefix = '' } = { ...origin, ...publicAddress }
  const named = address.style === 'virtual' || address.project !== undefined ? origin.host : host
  const inPath = address.style === 'virtual' ? '' : `/${bucket}`
  return `${scheme}://${named ?? ''}${pathPrefix}${inPath}/${encodeURIComponent(key)}`
}
