import { S3Error } from '../core/errors.ts'
import { matchCors } from '../core/buckets/cors.ts'
import { answerPreflight, parseHeaderNames } from '../core/buckets/preflight.ts'
import { findNamedBucket } from './named-bucket.ts'
import { send } from './send.ts'
import type { Core } from '../core/create-core.ts'
import type { Exchange } from './exchange.ts'
import type { WireRequest } from './wire-request.ts'

/** Answers OPTIONS, which browsers send without a signature. Throws NoSuchBucket, BadRequest or AccessForbidden. */
export async function sendPreflight(exchange: Exchange, core: Core, wire: WireRequest): Promise<void> {
  const { origin } = wire.headers
  const bucket = await findNamedBucket(core, wire)
  if (!bucket && wire.address.bucket !== undefined) {
    throw new S3Error('NoSuchBucket', { detail: { BucketName: wire.address.bucket } })
  }
  const { method, requestHeaders } = requestedOf(wire)
  const headers = answerPreflight(bucket?.configuration.cors, { origin, method, headers: requestHeaders })
  await send(exchange, { status: 200, headers: Object.entries(headers).flat(), body: undefined })
}

/**
 * Lets the page at `Origin` read the answer, whatever it becomes, when a rule of the bucket allows it.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/cors.html
 */
export async function allowOrigin({ response }: Exchange, core: Core, wire: WireRequest): Promise<void> {
  const { origin } = wire.headers
  if (origin === undefined) return
  const bucket = await findNamedBucket(core, wire)
  const { method = wire.method, requestHeaders } = requestedOf(wire)
  const request = { origin, method, requestHeaders: parseHeaderNames(requestHeaders) }
  const headers = matchCors(bucket?.configuration.cors ?? [], request)
  for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value)
}

const requestedOf = ({ headers }: WireRequest) => ({
  method: headers['access-control-request-method'],
  requestHeaders: headers['access-control-request-headers'],
})
