import type { IncomingHttpHeaders } from 'node:http'
import { S3Error } from '../core/errors.ts'
import { parseQuery } from '../lib/query.ts'
import { type AddressOptions, type S3Address, parseAddress } from './address.ts'

/** A request as it came over the wire, with address and query taken apart. */
export interface WireRequest {
  readonly method: string
  readonly address: S3Address
  /** Decoded parameters; the first of several values. */
  readonly query: ReadonlyMap<string, string>
  readonly headers: IncomingHttpHeaders
  readonly rawHeaders: readonly string[]
}

interface Incoming {
  readonly method?: string | undefined
  readonly url?: string | undefined
  readonly headers: IncomingHttpHeaders
  readonly rawHeaders: readonly string[]
}

/** Takes a node:http request apart. Throws what parseAddress throws, and InvalidURI for a malformed query. */
export function createWireRequest(incoming: Incoming, options: AddressOptions): WireRequest {
  const { method = 'GET', url = '/', headers, rawHeaders } = incoming
  const address = parseAddress(url, headers.host, options)
  return { method, address, query: queryOf(address.rawQuery), headers, rawHeaders }
}

function queryOf(rawQuery: string): ReadonlyMap<string, string> {
  try {
    return parseQuery(rawQuery)
  } catch (cause) {
    throw new S3Error('InvalidURI', { detail: { URI: rawQuery }, cause })
  }
}
