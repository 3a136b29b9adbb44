import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { checksumAlgorithms, checksumHeader, parseChecksum, type ChecksumAlgorithm } from '../lib/checksum.ts'
import { S3Error } from '../core/errors.ts'
import type { Trailers } from '../protocol/aws-chunk-parser.ts'
import { decodeAwsChunked, decodeAwsChunkedBuffer } from '../protocol/aws-chunked.ts'
import { readToEnd } from '../protocol/read-to-end.ts'
import type { DigestClaims } from '../core/objects/digest-claims.ts'
import type { PayloadForm } from '../protocol/payload-form.ts'
import type { UploadBody } from '../core/ports.ts'

export interface IncomingBody {
  readonly request: IncomingMessage
  /** Told before the first byte is read: answers `Expect: 100-continue`. */
  readonly onRead: () => void
  /** What is said of the body; the request's headers unless some of them speak of something else. */
  readonly headers?: IncomingHttpHeaders
}

/**
 * The bytes of an upload: decoded from aws-chunked where that is how they come, with all that the client says they hash to.
 * Throws InvalidDigest, InvalidRequest or MissingContentLength for what the headers already tell.
 */
export function uploadBody(
  { request, onRead, headers = request.headers }: IncomingBody,
  payload: PayloadForm,
): UploadBody {
  const fromHeaders = claimsOf(headers, payload)
  const announced = payload.kind === 'chunked' ? payload.trailerNames.flatMap(algorithmOfHeader) : []
  checkAnnouncement(headers, fromHeaders, announced)
  let trailers: Trailers = new Map()

  const stream = (): AsyncIterable<Buffer> => {
    onRead()
    const pieces = piecesOf(request)
    if (payload.kind !== 'chunked') return pieces
    return decodeAwsChunked(pieces, payload, (received) => {
      trailers = received
    })
  }
  const readAll = async (): Promise<Buffer> => {
    onRead()
    const raw = await readToEnd(request)
    if (payload.kind !== 'chunked') return raw
    const decoded = decodeAwsChunkedBuffer(raw, payload)
    trailers = decoded.trailers
    return decoded.data
  }
  return {
    size: payload.kind === 'chunked' ? payload.decodedLength : contentLengthOf(headers),
    algorithms: [...(fromHeaders.checksums?.keys() ?? []), ...announced],
    stream,
    readAll,
    claims: () => withTrailers(fromHeaders, announced, trailers),
  }
}

/** A request that breaks off is the client's doing, whatever the socket calls it. */
async function* piecesOf(request: IncomingMessage): AsyncGenerator<Buffer> {
  try {
    // A refusal in the middle must leave the socket alive for its answer.
    yield* request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>
  } catch (cause) {
    throw new S3Error('IncompleteBody', { cause })
  }
}

/** Undefined for `Transfer-Encoding: chunked`. */
function contentLengthOf(headers: IncomingHttpHeaders): number | undefined {
  const length = headers['content-length']
  if (length !== undefined) return Number(length)
  if (headers['transfer-encoding'] !== undefined) return undefined
  throw new S3Error('MissingContentLength')
}

/** What the headers say that the body hashes to. Throws InvalidDigest or InvalidRequest. */
export function claimsOf(headers: IncomingHttpHeaders, payload: PayloadForm): DigestClaims {
  const md5 = headers['content-md5']
  const checksums = checksumHeadersOf(headers)
  return {
    ...(payload.kind === 'signed' && { sha256: payload.sha256 }),
    ...(typeof md5 === 'string' && { md5: parseMd5(md5) }),
    ...(checksums.size > 0 && { checksums }),
  }
}

function parseMd5(text: string): Buffer {
  const digest = parseChecksum('MD5', text)
  if (!digest)
    throw new S3Error('InvalidDigest', {
      message: 'The Content-MD5 you specified was invalid.',
      detail: { 'Content-MD5': text },
    })
  return digest
}

const headerAlgorithms = new Map(
  checksumAlgorithms.map((algorithm) => [checksumHeader(algorithm), algorithm]),
)
const algorithmOfHeader = (name: string): readonly ChecksumAlgorithm[] => {
  const algorithm = headerAlgorithms.get(name)
  return algorithm ? [algorithm] : []
}

function checksumHeadersOf(headers: IncomingHttpHeaders): ReadonlyMap<ChecksumAlgorithm, string> {
  const found = new Map<ChecksumAlgorithm, string>()
  for (const [name, algorithm] of headerAlgorithms) {
    const value = headers[name]
    if (typeof value === 'string') found.set(algorithm, checkedChecksum(algorithm, value))
  }
  if (found.size > 1) {
    throw new S3Error('InvalidRequest', {
      message: 'Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.',
    })
  }
  return found
}

function checkedChecksum(algorithm: ChecksumAlgorithm, value: string): string {
  if (parseChecksum(algorithm, value)) return value
  throw new S3Error('InvalidRequest', {
    message: `Value for ${checksumHeader(algorithm)} header is invalid.`,
  })
}

/** An SDK that names an algorithm must also send its value, ahead or behind. */
function checkAnnouncement(
  headers: IncomingHttpHeaders,
  { checksums }: DigestClaims,
  trailing: readonly ChecksumAlgorithm[],
): void {
  const named = headers['x-amz-sdk-checksum-algorithm']
  if (named === undefined || checksums || trailing.length > 0) return
  // MD5 may come by its older name.
  if (headers['content-md5'] !== undefined) return
  throw new S3Error('InvalidRequest', {
    message:
      'x-amz-sdk-checksum-algorithm specified, but no corresponding x-amz-checksum-* or x-amz-trailer headers were found.',
  })
}

function withTrailers(
  claims: DigestClaims,
  announced: readonly ChecksumAlgorithm[],
  trailers: Trailers,
): DigestClaims {
  if (announced.length === 0) return claims
  const checksums = new Map(claims.checksums)
  for (const algorithm of announced) {
    const value = trailers.get(checksumHeader(algorithm))
    if (value !== undefined) checksums.set(algorithm, checkedChecksum(algorithm, value))
  }
  return { ...claims, checksums }
}
