import { once } from 'node:events'
import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import { request } from 'node:http'
import { Readable } from 'node:stream'
import type { AddressInfo } from 'node:net'
import { memoryBlobStore } from '../../../src/blobs/memory-blob-store.ts'
import { anonymous, type Caller } from '../../../src/core/caller.ts'
import { S3Error } from '../../../src/core/errors.ts'
import { deliver } from '../../../src/rest/delivery/deliver.ts'
import { bodyFrom } from '../../core/upload-body.ts'
import { alice, callerOf } from '../../core/projects.ts'
import { openTemporaryCore } from '../../core/temporary-core.ts'
import type { Delivery } from '../../../src/core/buckets/delivery.ts'
import type { BlobStore } from '../../../src/core/ports.ts'
import type { ObjectAttributes } from '../../../src/core/objects/object-version.ts'

export const caller = callerOf(alice)
const pieceBytes = 2 ** 16
const noSignal = () => new AbortController().signal

interface Answer {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

interface Ask {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly as?: Caller
  readonly download?: string
}

/** A bucket `files` whose objects are delivered over HTTP at `/KEY?transform`, to its owner unless told otherwise. */
export async function serveDelivery(given?: Parameters<typeof openTemporaryCore>[1]) {
  const blobs = memoryBlobStore({ clock: { now: () => Date.now() } })
  let [writes, bytesRead, openReads] = [0, 0, 0]
  const counted: BlobStore = {
    ...blobs,
    write: (...args) => {
      writes++
      return blobs.write(...args)
    },
    read: async (...args) => {
      const opened = (await blobs.read(...args)) as AsyncIterable<Buffer>
      const pieces = async function* () {
        openReads++
        try {
          for await (const bytes of opened)
            for (let n = 0; n < bytes.length; n += pieceBytes) {
              const piece = bytes.subarray(n, n + pieceBytes)
              bytesRead += piece.length
              yield piece
            }
        } finally {
          openReads--
        }
      }
      return Readable.from(pieces(), { objectMode: false })
    },
  }
  const store = await openTemporaryCore(counted, given)
  const { core } = store
  await core.buckets.create(caller, 'files', { acl: {}, locationConstraint: undefined })
  const faults: unknown[] = []
  const notes: { bytesOut?: number } = {}
  let ask: Ask = {}
  const listener: RequestListener = (req, response) => {
    const url = new URL(req.url ?? '/', 'http://localhost')
    const { as = caller, download } = ask
    const key = decodeURIComponent(url.pathname.slice(1))
    const options = { core, caller: as, bucket: 'files', key, download, transform: new Map(url.searchParams) }
    deliver({ request: req, response, notes }, options).catch((error: unknown) => {
      if (response.headersSent) return void faults.push(error)
      const { status, code, headers } = error instanceof S3Error ? error : new S3Error('InternalError')
      if (!(error instanceof S3Error)) faults.push(error)
      response.writeHead(status, headers).end(code)
    })
  }
  const server = createServer(listener)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo

  return {
    ...store,
    faults,
    blobs,
    /** How many blobs were written. */
    writes: () => writes,
    /** From streams of blobs. */
    bytesRead: () => bytesRead,
    openReads: () => openReads,
    notes,
    address: { host: '127.0.0.1', port },
    put: async (key: string, data: Buffer | string, attributes: ObjectAttributes = {}) =>
      core.objects.put(caller, { bucket: 'files', key, versionId: undefined }, bodyFrom(Buffer.from(data)), {
        attributes,
        storageClass: 'STANDARD',
        acl: {},
        signal: noSignal,
      }),
    configure: (delivery: Delivery) => core.buckets.putDelivery(caller, 'files', delivery),
    publish: () => core.buckets.putPolicy(caller, 'files', publicPolicy, { confirmsRemovingItself: false }),
    get: async (path: string, asked: Ask = {}): Promise<Answer> => {
      ask = asked
      const sent = request({
        host: '127.0.0.1',
        port,
        path,
        method: asked.method ?? 'GET',
        headers: asked.headers,
      })
      sent.end()
      const [response] = (await once(sent, 'response')) as [IncomingMessage]
      const chunks: Buffer[] = []
      for await (const chunk of response as AsyncIterable<Buffer>) chunks.push(chunk)
      return { status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }
    },
    asVisitor: { as: anonymous },
    close: async () => {
      server.close().closeAllConnections()
      await store.close()
    },
  }
}

export type ServedDelivery = Awaited<ReturnType<typeof serveDelivery>>

const publicPolicy = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::files/*' }],
})
