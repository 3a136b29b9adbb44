import { pipeline } from 'node:stream/promises'
import { contentHeaders, sharedHeaders } from './delivery-headers.ts'
import { planDelivery, type DeliveryPlan } from './plan-delivery.ts'
import type { Caller } from '../../core/caller.ts'
import type { Core } from '../../core/create-core.ts'
import type { Delivered } from '../../core/derived/open-delivery.ts'
import type { ImageQuery } from './choose-image.ts'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { RequestNotes } from '../../http/request-scope.ts'

interface DeliveryExchange {
  readonly request: Pick<IncomingMessage, 'method' | 'headers'>
  /** Koa must leave it alone. Headers that are set on it already are sent too. */
  readonly response: ServerResponse
  readonly notes: Pick<RequestNotes, 'bytesOut'>
}

interface DeliveryOptions {
  readonly core: Pick<Core, 'delivery'>
  /** Whoever reads the object; shared caches may keep what the anonymous caller gets. */
  readonly caller: Caller
  readonly bucket: string
  readonly key: string
  readonly versionId?: string | undefined
  /** The file name under which a browser is to save it. Absent: it is shown where that is safe. */
  readonly download?: string | undefined
  /** Parameters that may ask for an image; others are passed over. */
  readonly transform?: ImageQuery | undefined
}

const noQuery: ImageQuery = new Map()

/**
 * Answers a GET or HEAD with an object, or what is made of it, as a browser may safely have it. Throws what GetObject throws, UnsupportedMediaType and
 * InvalidImage, all before anything is sent; an answer that breaks off later takes the connection with it.
 */
export async function deliver(
  { request, response, notes }: DeliveryExchange,
  { core, caller, bucket, key, versionId, download, transform = noQuery }: DeliveryOptions,
): Promise<void> {
  const delivered = await core.delivery.open(caller, { bucket, key, versionId }, (located) =>
    planDelivery(request, located, transform),
  )
  const presentation = { isPublic: caller.kind === 'anonymous', download }
  const { plan, body, size } = delivered
  const shared = sharedHeaders(request, delivered, presentation)
  if (plan.isUnchanged) {
    response.writeHead(304, shared).end()
    return
  }
  response.writeHead(statusOf(delivered), Object.assign(shared, contentHeaders(delivered, presentation)))
  if (request.method === 'HEAD' || body === undefined) {
    if (body && !Buffer.isBuffer(body)) body.destroy()
    response.end()
    return
  }
  notes.bytesOut = size
  if (Buffer.isBuffer(body)) response.end(body)
  else await pipeline(body, response)
}

const statusOf = ({ form }: Delivered<DeliveryPlan>): 200 | 206 =>
  form.kind === 'stored' && form.slice ? 206 : 200
