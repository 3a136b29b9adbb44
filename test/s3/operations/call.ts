import { bodyFrom } from '../../core/upload-body.ts'
import { noBody } from '../../../src/s3/no-body.ts'
import { codecs } from '../../../src/s3/codecs.ts'
import { levelOf, matchOperation } from '../../../src/s3/match.ts'
import { type OperationRow, operations } from '../../../src/s3/operations.ts'
import { createWireRequest } from '../../../src/s3/wire-request.ts'
import type { Caller } from '../../../src/core/caller.ts'
import type { Core } from '../../../src/core/create-core.ts'
import type { Codec } from '../../../src/protocol/codec.ts'
import type { Handler, OperationName } from '../../../src/s3/operation.ts'

interface Request {
  readonly method: string
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** Carries out a request without authentication: matched, parsed, authorised, handled and written. */
export async function call(core: Core, caller: Caller, { body, headers = {}, ...line }: Request) {
  const rawHeaders = Object.entries(headers).flat()
  const wire = createWireRequest(
    { ...line, headers: { host: 'localhost', ...headers }, rawHeaders },
    { domains: [] },
  )
  const name = matchOperation({ ...wire, level: levelOf(wire.address) })
  if (!name) throw new Error(`Nothing matches ${line.method} ${line.url}.`)
  const row: OperationRow = operations[name]
  if (!row.handler) throw new Error(`${name} is not implemented.`)
  const codec = codecs[name] as Codec<unknown, object>
  const input = codec.parse(wire, body === undefined ? undefined : Buffer.from(body))
  if (!row.isPerKey) await core.authorise(caller, row.action, wire.address)
  const handle = row.handler as unknown as Handler<OperationName>
  const output = await handle({
    input,
    caller,
    core,
    body: body === undefined ? noBody : bodyFrom(Buffer.from(body)),
    wire,
    signal: () => new AbortController().signal,
  } as Parameters<typeof handle>[0])
  const { body: document, ...answer } = codec.write(output)
  return { ...answer, body: document?.toString() }
}
