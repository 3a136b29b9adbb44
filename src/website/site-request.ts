import { bucketOfHost, decodeKey, hostName } from '../s3/address.ts'
import type { Origin } from '../http/forwarded.ts'

/** What a visitor asks of a website. */
export interface SiteRequest {
  readonly bucket: string
  /** The path without its first slash, decoded; '' for the root. */
  readonly key: string
  /** Path and query as they were sent. */
  readonly target: string
  readonly scheme: 'http' | 'https'
  /** With the port, as in the Host header. */
  readonly host: string
}

/** The bucket whose website a host is: `BUCKET.DOMAIN`. */
export const siteBelow = (host: string | undefined, domains: readonly string[]): string | undefined =>
  bucketOfHost(host ?? '', domains)

/** The same, or a bucket that has the name of the host. */
export const siteOf = (host: string | undefined, domains: readonly string[]): string =>
  siteBelow(host, domains) ?? hostName(host ?? '')

/** Reads the address of a page. Throws what decodeKey throws. */
export function siteRequest(url: string, bucket: string, { scheme, host = bucket }: Origin): SiteRequest {
  // A request line may hold the whole URL (RFC 9112, 3.2.2).
  const target = url.replace(/^https?:\/\/[^/?]*/i, '')
  const [path = ''] = target.split('?', 1)
  return { bucket, key: decodeKey(path.replace(/^\//, '')), target, scheme, host }
}
