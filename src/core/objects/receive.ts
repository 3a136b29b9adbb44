import { digestsOf, createDigests, type DigestsOf } from '../../lib/digests.ts'
import { loadChecksums, type ChecksumAlgorithm } from '../../lib/checksum.ts'
import { threadedDigests } from '../../lib/threaded-digests.ts'
import { S3Error } from '../errors.ts'
import { checkClaims } from './check-claims.ts'
import { sealBytes, sealedSize, sealStream } from '../../lib/sealed-packages.ts'
import { hiddenTag, type Seal } from '../encryption/new-encryption.ts'
import type { BlobPlace, LazySignal, UploadBody } from '../ports.ts'
import type { Parts } from '../parts.ts'

/** The bytes of an upload, stored and found to be what the client said; no row names them yet. */
export interface Received {
  readonly content:
    { readonly kind: 'inline'; readonly data: Buffer } | { readonly kind: 'blob'; readonly blobId: string }
  /** In bytes, as they came. */
  readonly size: number
  /** MD5 in hexadecimal, or the `hiddenTag` in its place. */
  readonly etag: string
  /** The first of the announced checksums, in base64. */
  readonly checksum: { readonly algorithm: ChecksumAlgorithm; readonly value: string } | undefined
}

type ReceiveParts = Pick<Parts, 'blobs' | 'hashThreads'>

interface ReceiveOptions {
  readonly place: BlobPlace
  /** Bodies of at most so many bytes stay in memory. */
  readonly inlineBytes: number
  readonly maxBytes: number
  readonly signal: LazySignal
  /** Undefined: the bytes are stored as they are. */
  readonly seal?: Seal | undefined
}

/** From here on the event loop leaves the hashing to a thread: it would be busy with nothing else, and others would wait. */
const largeBytes = 1 << 20
const isLarge = ({ size }: UploadBody) => size === undefined || size >= largeBytes
const digestsHere = (algorithms: readonly ChecksumAlgorithm[]) => ({
  forget: () => undefined,
  ...createDigests(algorithms),
})

/** Reads an upload to its end; throws EntityTooLarge, BadDigest and the like, and leaves nothing behind then. */
export async function receive(
  parts: ReceiveParts,
  body: UploadBody,
  options: ReceiveOptions,
): Promise<Received> {
  const { inlineBytes, maxBytes, seal } = options
  if (body.size !== undefined && body.size > maxBytes) throw tooLarge(maxBytes, body.size)
  const algorithms = algorithmsOf(body)
  await loadChecksums(algorithms)
  const received =
    body.size !== undefined && body.size <= inlineBytes
      ? await receiveInline(body, algorithms, seal)
      : await receiveStream(parts, body, algorithms, options)
  return seal?.tagKey ? { ...received, etag: hiddenTag(seal.tagKey, received.etag) } : received
}

async function receiveInline(
  body: UploadBody,
  algorithms: readonly ChecksumAlgorithm[],
  seal: Seal | undefined,
): Promise<Received> {
  const data = await body.readAll()
  const received = verified(body, digestsOf(data, algorithms), data.length)
  return { content: { kind: 'inline', data: seal ? sealBytes(seal.key, data) : data }, ...received }
}

async function receiveStream(
  { blobs, hashThreads }: ReceiveParts,
  body: UploadBody,
  algorithms: readonly ChecksumAlgorithm[],
  { place, maxBytes, signal, seal }: ReceiveOptions,
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
    received = verified(body, await digests.digest(), size)
  }
  const stored = seal ? sealStream(seal.key, checked()) : checked()
  const storedSize = seal && body.size !== undefined ? sealedSize(body.size) : body.size
  const { id } = await blobs.write(stored, place, { signal: signal(), size: storedSize }).finally(() => {
    digests.forget()
  })
  if (!received) throw new Error('The blob store resolved before the upload had ended.')
  return { content: { kind: 'blob', blobId: id }, ...received }
}

function verified(
  body: UploadBody,
  digests: DigestsOf<ChecksumAlgorithm>,
  size: number,
): Omit<Received, 'content'> {
  checkClaims(body.claims(), digests)
  const [algorithm] = body.algorithms
  return {
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
