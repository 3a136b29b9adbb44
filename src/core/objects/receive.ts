import { digestsOf, createDigests, type DigestsOf } from '../../lib/digests.ts'
import { loadChecksums, type ChecksumAlgorithm } from '../../lib/checksum.ts'
import { threadedDigests } from '../../lib/threaded-digests.ts'
import { S3Error } from '../errors.ts'
import { checkClaims } from './check-claims.ts'
import type { BlobPlace, LazySignal, UploadBody } from '../ports.ts'
import type { Parts } from '../parts.ts'

/** The bytes of an upload, stored and found to be what the client said; no row names them yet. */
export interface Received {
  readonly content:
    { readonly kind: 'inline'; readonly data: Buffer } | { readonly kind: 'blob'; readonly blobId: string }
  readonly size: number
  /** MD5 in hexadecimal. */
  readonly etag: string
  /** The first of the announced checksums, in base64. */
  readonly checksum: { readonly algorithm: ChecksumAlgorithm; readonly value: string } | undefined
}

interface ReceiveOptions {
  readonly place: BlobPlace
  /** Bodies of at most so many bytes stay in memory. */
  readonly inlineBytes: number
  readonly maxBytes: number
  readonly signal: LazySignal
}

/** From here on the event loop leaves the hashing to a thread: it would be busy with nothing else, and others would wait. */
const largeBytes = 1 << 20
const isLarge = ({ size }: UploadBody) => size === undefined || size >= largeBytes
const digestsHere = (algorithms: readonly ChecksumAlgorithm[]) => ({
  ...createDigests(algorithms),
  forget: () => undefined,
})

/** Reads an upload to its end; throws EntityTooLarge, BadDigest and the like, and leaves nothing behind then. */
export async function receive(
  parts: Pick<Parts, 'blobs' | 'hashThreads'>,
  body: UploadBody,
  options: ReceiveOptions,
): Promise<Received> {
  const { inlineBytes, maxBytes } = options
  if (body.size !== undefined && body.size > maxBytes) throw tooLarge(maxBytes, body.size)
  const algorithms = algorithmsOf(body)
  await loadChecksums(algorithms)
  if (body.size !== undefined && body.size <= inlineBytes) {
    const data = await body.readAll()
    return verified(body, digestsOf(data, algorithms), { kind: 'inline', data }, data.length)
  }
  return receiveStream(parts, body, algorithms, options)
}

async function receiveStream(
  { blobs, hashThreads }: Pick<Parts, 'blobs' | 'hashThreads'>,
  body: UploadBody,
  algorithms: readonly ChecksumAlgorithm[],
  { place, maxBytes, signal }: ReceiveOptions,
): Promise<Received> {
  const digests = isLarge(body) ? threadedDigests(hashThreads, algorithms) : digestsHere(algorithms)
  let size = 0
  let received: Omit<Received, 'content'> | undefined
  // The last step of the source is the check, so that the store drops the blob when it fails.
  const checked = async function* () {
    for await (const chunk of body.stream()) {
      size += chunk.length
      if (size > maxBytes) throw tooLarge(maxBytes, size)
      const turn = digests.update(chunk)
      if (turn) await turn
      yield chunk
    }
    received = verified(body, await digests.digest(), undefined, size)
  }
  const { id } = await blobs.write(checked(), place, { signal: signal(), size: body.size }).finally(() => {
    digests.forget()
  })
  if (!received) throw new Error('The blob store resolved before the upload had ended.')
  return { ...received, content: { kind: 'blob', blobId: id } }
}

function verified<Content>(
  body: UploadBody,
  digests: DigestsOf<ChecksumAlgorithm>,
  content: Content,
  size: number,
): { content: Content } & Omit<Received, 'content'> {
  checkClaims(body.claims(), digests)
  const [algorithm] = body.algorithms
  return {
    content,
    size,
    etag: digests.MD5.toString('hex'),
    checksum: algorithm && { algorithm, value: digests[algorithm].toString('base64') },
  }
}

const algorithmsOf = (body: UploadBody): readonly ChecksumAlgorithm[] => {
  const signed = body.claims().sha256 === undefined ? [] : (['SHA256'] as const)
  return ['MD5', ...signed, ...body.algorithms]
}

const tooLarge = (maxBytes: number, size: number) =>
  new S3Error('EntityTooLarge', { detail: { ProposedSize: size, MaxSizeAllowed: maxBytes } })
