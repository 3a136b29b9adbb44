import type { IncomingHttpHeaders } from 'node:http'
import { S3Error } from '../core/errors.ts'
import { isLoopback } from '../lib/networks.ts'
import { parseQuery } from '../lib/query.ts'
import { type AddressOptions, type S3Address, parseAddress } from './address.ts'
import { addressedAs, type PublicAddress } from './public-address.ts'
import type { Origin } from '../http/forwarded.ts'

/** A request as it came over the wire, with address and query taken apart. */
export interface WireRequest {
  readonly method: string
  readonly address: S3Address
  /** Decoded parameters; the first of several values. */
  readonly query: ReadonlyMap<string, string>
  readonly headers: IncomingHttpHeaders
  readonly rawHeaders: readonly string[]
  /** Where the client believes to have sent it. */
  readonly origin: Origin
  /** Whether nobody could read along on the way: by HTTPS, or on one machine; or the settings say that it does not matter. */
  readonly isPrivate: boolean
  /** The one of the public addresses that it came by, when there are any. */
  readonly publicAddress?: PublicAddress | undefined
}

interface WireOptions extends Pick<AddressOptions, 'domains'> {
  readonly targets?: readonly PublicAddress[]
  readonly sseCOverHttp?: boolean
}

interface Incoming {
  readonly method?: string | undefined
  readonly url?: string | undefined
  readonly headers: IncomingHttpHeaders
  readonly rawHeaders: readonly string[]
}

/** Takes a node:http request apart. Throws what parseAddress throws, and InvalidURI for a malformed query. */
export function createWireRequest(
  incoming: Incoming,
  { domains, targets = [], sseCOverHttp = false }: WireOptions,
  origin: Origin = { remoteAddress: undefined, scheme: 'http', host: incoming.headers.host },
): WireRequest {
  const { method = 'GET', url = '/', headers, rawHeaders } = incoming
  const { publicAddress, pathPrefix } = addressedAs(targets, origin.host, url)
  const address = parseAddress(url, origin.host, { domains, pathPrefix })
  const query = queryOf(address.rawQuery)
  const isPrivate = sseCOverHttp || origin.scheme === 'https' || isLoopback(origin.remoteAddress)
  return { method, address, query, headers, rawHeaders, origin, isPrivate, publicAddress }
}

function queryOf(rawQuery: string): ReadonlyMap<string, string> {
  try {
    return parseQuery(rawQuery)
  } catch (cause) {
    throw new S3Error('InvalidURI', { detail: { URI: rawQuery }, cause })
  }
}
