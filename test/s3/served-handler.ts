import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Koa from 'koa'
import { originReader } from '../../src/http/forwarded.ts'
import { requestScope, type RequestRecord } from '../../src/http/request-scope.ts'
import { createSigningKeyCache } from '../../src/protocol/signing-key.ts'
import { s3Handler } from '../../src/s3/handler.ts'
import type { Core } from '../../src/core/create-core.ts'

export interface Served {
  readonly url: string
  readonly faults: readonly { readonly error: unknown; readonly requestId: string }[]
  readonly records: readonly RequestRecord[]
  close(): Promise<void>
}

interface ServeOptions {
  readonly aliveMs?: number
  readonly domains?: readonly string[]
}

/** The handler on a core, behind a server; `faults` and `records` fill while it serves. */
export async function serve(
  core: Core,
  { aliveMs = 10_000, domains = [] }: ServeOptions = {},
): Promise<Served> {
  const faults: { error: unknown; requestId: string }[] = []
  const records: RequestRecord[] = []
  const handler = s3Handler({
    core,
    signingKeys: createSigningKeyCache(),
    region: undefined,
    allowV2Query: true,
    allowV2Header: true,
    targets: [],
    domains,
    isConsole: () => false,
    originOf: originReader([]),
    sseCOverHttp: false,
    aliveMs,
    onFault: (error, requestId) => faults.push({ error, requestId }),
  })
  const app = new Koa().use(requestScope((record) => records.push(record))).use(handler)
  app.silent = true
  const listener = app.callback()
  const server = createServer((request, response) => void listener(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const close = async () => {
    server.close().closeAllConnections()
    await once(server, 'close')
  }
  return { url: `http://127.0.0.1:${String(port)}`, faults, records, close }
}
