import { anonymous, type Caller } from '../core/caller.ts'
import { requestFacts } from '../s3/request-facts.ts'
import { siteRequest, type SiteRequest } from './site-request.ts'
import type { Core } from '../core/create-core.ts'
import type { Exchange } from '../s3/exchange.ts'
import type { Origin } from '../http/forwarded.ts'

/** A request for a page on its way through the face. */
export interface Visit {
  readonly core: Core
  readonly exchange: Exchange
  readonly asked: SiteRequest
  /** Nobody signs, but policies may ask where the visitor comes from. */
  readonly visitor: Caller
}

interface Arrival {
  readonly bucket: string
  readonly origin: Origin
}

/** Throws what siteRequest throws. */
export function visitOf(core: Core, exchange: Exchange, { bucket, origin }: Arrival): Visit {
  const { url = '/', headers, socket } = exchange.request
  const asked = siteRequest(url, bucket, origin)
  const wire = { headers, origin, query: new Map<string, string>() }
  const claim = { kind: 'anonymous' } as const
  const request = requestFacts({ wire, claim, socket, now: core.clock.now() })
  return { core, exchange, asked, visitor: { ...anonymous, request } }
}
