import { crc32 } from 'node:zlib'
import { renderHead } from '../../conformance/wire/request.ts'
import { sha256, sign } from '../../conformance/wire/signature.ts'
import { targetOf, type RunningServer } from './servers.ts'
import type { WireRequest } from './load.ts'

interface Draft {
  readonly method: 'GET' | 'PUT' | 'POST'
  /** Encoded. */
  readonly path: string
  /** Encoded and sorted, each name with its `=`. */
  readonly query?: string
  /** Names in lower case. */
  readonly headers?: Readonly<Record<string, string>>
  /** What `x-amz-content-sha256` says. */
  readonly payload: string
  readonly body?: Buffer
  readonly copies?: number
}

/** A request signed now, which can be sent many times within the next quarter of an hour. */
export function signedRequest(server: RunningServer, draft: Draft): WireRequest {
  const { method, path, query = '', headers: own = {}, payload, ...bytes } = draft
  const { headers } = sign({ method, path, query, headers: own, payload }, targetOf(server))
  const { body, copies = 1 } = bytes
  const hasLength = body && own['transfer-encoding'] === undefined
  const length = hasLength ? { 'content-length': String(body.length * copies) } : {}
  const uri = query === '' ? path : `${path}?${query}`
  return { head: Buffer.from(renderHead(method, uri, { ...headers, ...length })), ...bytes }
}

export const signedGet = (server: RunningServer, path: string, query = ''): WireRequest =>
  signedRequest(server, { method: 'GET', path, query, payload: 'UNSIGNED-PAYLOAD' })

/** PUTs of one body to many paths, with a signed payload. */
export function signedPuts(
  server: RunningServer,
  paths: readonly string[],
  body: Buffer,
): readonly WireRequest[] {
  const payload = sha256(body)
  return paths.map((path) => signedRequest(server, { method: 'PUT', path, payload, body }))
}

interface TrailerForm {
  readonly body: Buffer
  /** With a Content-Length, as Go and Java send it, or in HTTP's own chunks, as JavaScript and Python do. */
  readonly framing: 'length' | 'chunks'
}

/** PUTs as SDKs send them unasked: one chunk without signature, and a trailing CRC32. */
export function trailerPuts(
  server: RunningServer,
  paths: readonly string[],
  { body, framing }: TrailerForm,
): readonly WireRequest[] {
  const checksum = Buffer.alloc(4)
  checksum.writeUInt32BE(crc32(body))
  const trailer = `x-amz-checksum-crc32:${checksum.toString('base64')}\r\n\r\n`
  const pieces = [Buffer.from(`${body.length.toString(16)}\r\n`), body, Buffer.from(`\r\n0\r\n${trailer}`)]
  const headers = {
    'content-encoding': 'aws-chunked',
    'x-amz-decoded-content-length': String(body.length),
    'x-amz-sdk-checksum-algorithm': 'CRC32',
    'x-amz-trailer': 'x-amz-checksum-crc32',
    ...(framing === 'chunks' && { 'transfer-encoding': 'chunked' }),
  }
  const coded = Buffer.concat(framing === 'chunks' ? httpChunks(pieces) : pieces)
  const payload = 'STREAMING-UNSIGNED-PAYLOAD-TRAILER'
  return paths.map((path) => signedRequest(server, { method: 'PUT', path, headers, payload, body: coded }))
}

const httpChunks = (pieces: readonly Buffer[]): readonly Buffer[] =>
  [...pieces, Buffer.alloc(0)].flatMap((piece) => [
    Buffer.from(`${piece.length.toString(16)}\r\n`),
    piece,
    Buffer.from('\r\n'),
  ])
