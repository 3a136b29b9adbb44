import { codecs } from './codecs.ts'
import { refuseExposedKeys } from './customer-keys-in-transit.ts'
import { checkExpectedOwner, expectsOwner } from './expected-owner.ts'
import { keepAlive } from './late-answer.ts'
import { admitAnonymous, admitSigned } from './limit-rate.ts'
import { noBody } from './no-body.ts'
import { noteFilters } from './note-filters.ts'
import { noteBucket, noteCaller } from './note-request.ts'
import { readDocument } from './read-document.ts'
import { chargesCaller, mayCharge } from './request-payer.ts'
import { requestFacts } from './request-facts.ts'
import { send } from './send.ts'
import { refuseUnsupported } from './unsupported-members.ts'
import { uploadBody, type IncomingBody } from './upload-body.ts'
import type { Authenticated } from './authenticate.ts'
import type { Bucket } from '../core/buckets/bucket.ts'
import type { Caller } from '../core/caller.ts'
import type { Codec } from '../protocol/codec.ts'
import type { Core } from '../core/create-core.ts'
import type { Exchange } from './exchange.ts'
import type { Handler, OperationName } from './operation.ts'
import type { OperationRow } from './operations.ts'
import type { WireRequest } from './wire-request.ts'

interface Call {
  readonly name: OperationName
  readonly row: OperationRow
  readonly handler: NonNullable<OperationRow['handler']>
  readonly wire: WireRequest
  readonly authenticated: Authenticated
  /** How often an operation that may last gives a sign of life, in milliseconds. */
  readonly aliveMs: number
}

/** Authorise, parse, call, write: the steps that every operation of the model has in common, in an order that none can change. */
export async function runOperation(
  exchange: Exchange,
  core: Core,
  { name, row, handler, aliveMs, wire, authenticated }: Call,
): Promise<void> {
  const { payload } = authenticated
  const caller = callerOf(exchange, core, wire, authenticated)
  // Each handler fits the codec of its own name; the table holds them all, so the pair is looked at as one of any.
  const codec = codecs[name] as Codec<Record<string, unknown>, object>
  const handle = handler as unknown as Handler<OperationName>
  const incoming: IncomingBody = { request: exchange.request, onRead: exchange.sendContinue }
  noteCaller(exchange, caller)
  await admitSigned(exchange, core, { caller, operation: name })
  const bucket = await authorise(core, caller, row, wire)
  noteBucket(exchange, bucket)
  await admitAnonymous(exchange, core, { caller, bucket })
  if (bucket?.configuration.metrics) noteFilters(exchange, bucket, wire.address.key)
  const document = codec.requestBody === 'document' ? await readDocument(incoming, payload, codec) : undefined
  const input = codec.parse(wire, document)
  refuseUnsupported(input)
  refuseExposedKeys(input, wire)
  if (expectsOwner(input)) await checkExpectedOwner(core, input, { caller, bucket })
  const isCharged = mayCharge(bucket, input) && (await chargesCaller(core, { name, input, caller, bucket }))
  const body = codec.requestBody === 'stream' ? uploadBody(incoming, payload) : noBody
  const call = { input, caller, core, body, wire, signal: exchange.signal }
  const work = handle(call)
  const output = await (row.isLate ? keepAlive(exchange, work, aliveMs) : work)
  if (bucket?.configuration.logging)
    Object.assign(exchange.access, { input, output, answered: performance.now() })
  const {
    status,
    headers,
    body: text,
  } = codec.write(isCharged ? { ...output, RequestCharged: 'requester' } : output)
  const bytes = codec.streamed === undefined ? undefined : (output as Record<string, unknown>)[codec.streamed]
  await send(exchange, { status, headers, body: (bytes as Buffer | undefined) ?? text })
}

/** The caller, and what policies may ask of the request. */
function callerOf(
  { request: { socket }, notes: { requestId } }: Exchange,
  core: Core,
  wire: WireRequest,
  { caller, claim }: Authenticated,
): Caller {
  return { requestId, request: requestFacts({ wire, claim, socket, now: core.clock.now() }), ...caller }
}

/** The bucket that the request names. Throws NoSuchBucket or AccessDenied. */
async function authorise(
  core: Core,
  caller: Caller,
  { action, versionAction, isPerKey }: OperationRow,
  { address: { bucket, key }, query }: WireRequest,
): Promise<Bucket | undefined> {
  if (isPerKey && bucket !== undefined) return core.buckets.get(caller, bucket)
  const versionId = versionAction && query.get('versionId')
  const asked = versionId === undefined ? action : (versionAction ?? action)
  return core.authorise(caller, asked, { bucket, key, versionId })
}
