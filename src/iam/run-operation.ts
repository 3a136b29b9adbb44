import { anonymous, type Caller } from '../core/caller.ts'
import { globalFact } from '../protocol/global-facts.ts'
import { admit } from './admit.ts'
import { audited } from './audited.ts'
import { authenticate, type AuthenticationOptions } from './authenticate.ts'
import { authorise } from './authorise.ts'
import { codecs } from './codecs.ts'
import { noteSigner } from './note-request.ts'
import { operations, type OperationRow } from './operations.ts'
import type { Asked } from './find-operation.ts'
import type { ContextValues } from '../core/policy/language/context.ts'
import type { Exchange } from './send.ts'
import type { OperationName } from './operation.ts'
import type { Origin } from '../http/forwarded.ts'
import type { QueryCodec } from './query-codec.ts'
import type { QueryRequest } from './query-request.ts'

interface Call extends Asked, QueryRequest {
  readonly origin: Origin
}

/** Authenticate, parse, authorise, call, write: the steps that all operations have in common. Gives the document of success. */
export async function runOperation(
  exchange: Exchange,
  call: Call,
  options: AuthenticationOptions,
): Promise<string | Buffer> {
  const { core } = options
  const { service, name, parameters } = call
  // Each handler fits the codec of its own name; the tables hold them all, so the pair is looked at as one of any.
  const row = operations[name] as unknown as OperationRow<OperationName>
  const codec = codecs[name] as QueryCodec<never, unknown>
  const { requestId } = exchange.notes
  const about = { requestId, request: factsOf(exchange, call, core.clock.now()) }
  if ('unsignedHandler' in row) {
    const caller: Caller = { ...anonymous, ...about }
    return codec.write(await row.unsignedHandler({ input: codec.parse(parameters), caller, core }), requestId)
  }
  const signer = await authenticate(signedMessage(exchange, call), options)
  noteSigner(exchange.notes, signer)
  await admit(exchange, core, { caller: signer, operation: name })
  const input = codec.parse(parameters)
  const request = { input, caller: { ...signer, ...about }, core, projectId: signer.project.id }
  const work = async () => {
    if (row.subject) await authorise(request, `${service}:${name}`, row.subject)
    return row.handler(request)
  }
  const output = await audited({ ...request, address: call.origin.remoteAddress, service, name }, work)
  return codec.write(output, requestId)
}

const signedMessage = ({ request }: Exchange, { body, origin, service }: Call) => {
  const { method = '', url = '/', headers, rawHeaders } = request
  return { request: { method, url, headers, rawHeaders }, body, origin, service }
}

function factsOf({ request: { headers } }: Exchange, { origin }: Call, now: number): ContextValues {
  return (key) => {
    const value = globalFact(key, { headers, origin, now })
    return value === undefined ? undefined : [value]
  }
}
