import { S3Error } from '../core/errors.ts'
import { matchCors, type CorsRule } from '../core/buckets/cors.ts'
import { answerPreflight, parseHeaderNames } from '../core/buckets/preflight.ts'
import { consoleRule, type IsConsole } from './console-origin.ts'
import { findNamedBucket } from './named-bucket.ts'
import { send } from './send.ts'
import type { Bucket } from '../core/buckets/bucket.ts'
import type { Core } from '../core/create-core.ts'
import type { Exchange } from './exchange.ts'
import type { WireRequest } from './wire-request.ts'

interface CorsParts {
  readonly core: Core
  readonly isConsole: IsConsole
}

/** Answers OPTIONS, which browsers send without a signature. Throws NoSuchBucket, BadRequest or AccessForbidden. */
export async function sendPreflight(exchange: Exchange, parts: CorsParts, wire: WireRequest): Promise<void> {
  const { origin } = wire.headers
  const bucket = await findNamedBucket(parts.core, wire)
  if (!bucket && wire.address.bucket !== undefined) {
    throw new S3Error('NoSuchBucket', { detail: { BucketName: wire.address.bucket } })
  }
  const { method, requestHeaders } = requestedOf(wire)
  const headers = answerPreflight(rulesFor(parts, bucket, wire), { origin, method, headers: requestHeaders })
  await send(exchange, { status: 200, headers: Object.entries(headers).flat(), body: undefined })
}

/**
 * Lets the page at `Origin` read the answer, whatever it becomes, when a rule of the bucket allows it.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/cors.html
 */
export async function allowOrigin(
  { response }: Exchange,
  parts: CorsParts,
  wire: WireRequest,
): Promise<void> {
  const { origin } = wire.headers
  if (origin === undefined) return
  const bucket = await findNamedBucket(parts.core, wire)
  const { method = wire.method, requestHeaders } = requestedOf(wire)
  const request = { origin, method, requestHeaders: parseHeaderNames(requestHeaders) }
  const headers = matchCors(rulesFor(parts, bucket, wire) ?? [], request)
  for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value)
}

/** For the console its own rule comes first: one of the bucket that lets everybody in may hide the ETags that an upload needs. */
function rulesFor(
  { isConsole }: CorsParts,
  bucket: Bucket | undefined,
  { headers: { origin }, origin: came }: WireRequest,
): readonly CorsRule[] | undefined {
  const rules = bucket?.configuration.cors
  if (origin === undefined || !isConsole(origin, came)) return rules
  return [consoleRule(origin), ...(rules ?? [])]
}

const requestedOf = ({ headers }: WireRequest) => ({
  method: headers['access-control-request-method'],
  requestHeaders: headers['access-control-request-headers'],
})
