import { codecs } from './codecs.ts'
import { checkExpectedOwner, expectsOwner } from './expected-owner.ts'
import { noBody } from './no-body.ts'
import { readDocument } from './read-document.ts'
import { send } from './send.ts'
import { refuseUnsupported } from './unsupported-members.ts'
import { uploadBody, type IncomingBody } from './upload-body.ts'
import type { Authenticated } from './authenticate.ts'
import type { Codec } from '../protocol/codec.ts'
import type { Core } from '../core/create-core.ts'
import type { Exchange } from './exchange.ts'
import type { Handler, OperationName } from './operation.ts'
import type { OperationRow } from './operations.ts'
import type { S3Action } from '../core/policy/acl-rights.ts'
import type { WireRequest } from './wire-request.ts'

interface Call {
  readonly name: OperationName
  readonly action: S3Action
  readonly handler: NonNullable<OperationRow['handler']>
  readonly wire: WireRequest
  readonly authenticated: Authenticated
}

/** Authorise, parse, call, write: the steps that every operation of the model has in common, in an order that none can change. */
export async function runOperation(
  exchange: Exchange,
  core: Core,
  { name, action, handler, wire, authenticated }: Call,
): Promise<void> {
  const { caller, payload } = authenticated
  // Each handler fits the codec of its own name; the table holds them all, so the pair is looked at as one of any.
  const codec = codecs[name] as Codec<Record<string, unknown>, object>
  const handle = handler as unknown as Handler<OperationName>
  const incoming: IncomingBody = { request: exchange.request, onRead: exchange.sendContinue }
  const bucket = await core.authorise(caller, action, wire.address.bucket)
  const document = codec.requestBody === 'document' ? await readDocument(incoming, payload, codec) : undefined
  const input = codec.parse(wire, document)
  refuseUnsupported(input)
  if (expectsOwner(input)) await checkExpectedOwner(core, input, { caller, bucket })
  const body = codec.requestBody === 'stream' ? uploadBody(incoming, payload) : noBody
  const call = { input, caller, core, body, wire, signal: exchange.signal }
  const output = await handle(call)
  const { status, headers, body: text } = codec.write(output)
  const bytes = codec.streamed === undefined ? undefined : (output as Record<string, unknown>)[codec.streamed]
  await send(exchange, { status, headers, body: (bytes as Buffer | undefined) ?? text })
}
