import { S3Error } from '../core/errors.ts'
import type { HmacKey } from '../lib/hmac.ts'
import { headerValue, type SignedRequest } from './signed-request.ts'

/** What every chunk signature of a signed aws-chunked body builds on. */
export interface ChunkSigning {
  readonly seedSignature: string
  readonly signingKey: HmacKey
  readonly scope: string
  readonly dateTime: string
}

/** How the body of a request is framed and what vouches for it. */
export type PayloadForm =
  { readonly kind: 'unsigned' } | { readonly kind: 'signed'; readonly sha256: string } | ChunkedForm

/** An aws-chunked body: https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html */
export interface ChunkedForm {
  readonly kind: 'chunked'
  /** Present when every chunk carries a signature. */
  readonly signed: ChunkSigning | undefined
  /** Whether headers follow the last chunk. */
  readonly trailer: boolean
  /** The names of x-amz-trailer, in lower case. */
  readonly trailerNames: readonly string[]
  /** Bytes of the body without its framing, as x-amz-decoded-content-length says. */
  readonly decodedLength: number | undefined
}

const unsigned = 'UNSIGNED-PAYLOAD'
const signedChunks = 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD'
const literals: readonly string[] = [
  unsigned,
  signedChunks,
  `${signedChunks}-TRAILER`,
  'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
]

/** Refuses a value of x-amz-content-sha256 that is neither a digest nor one of S3's literals. */
export function checkContentSha256(value: string): void {
  if (/^[0-9a-fA-F]{64}$/.test(value) || literals.includes(value)) return
  throw new S3Error('InvalidArgument', {
    message: `x-amz-content-sha256 must be ${literals.join(', ')}, or a valid sha256 value.`,
    detail: { ArgumentName: 'x-amz-content-sha256', ArgumentValue: value },
  })
}

/**
 * Reads the form of a body off its declared hash (default: the header's) and its headers.
 * Throws InvalidArgument for an unknown hash, InvalidRequest for signed chunks without a V4 signature to start from,
 * MissingContentLength when a streaming form doesn't say its decoded length.
 */
export function payloadForm(
  request: SignedRequest,
  { contentSha256, signing }: { contentSha256?: string | undefined; signing?: ChunkSigning | undefined } = {},
): PayloadForm {
  const declared = contentSha256 ?? headerValue(request, 'x-amz-content-sha256') ?? unsigned
  checkContentSha256(declared)
  if (declared.startsWith('STREAMING-')) return streamingForm(request, declared, signing)
  if (declared !== unsigned) return { kind: 'signed', sha256: declared.toLowerCase() }
  return announcesChunks(request) ? chunkedForm(request, undefined) : { kind: 'unsigned' }
}

function streamingForm(
  request: SignedRequest,
  declared: string,
  signing: ChunkSigning | undefined,
): ChunkedForm {
  if (headerValue(request, 'x-amz-decoded-content-length') === undefined)
    throw new S3Error('MissingContentLength')
  if (!declared.startsWith(signedChunks)) return chunkedForm(request, undefined)
  if (signing === undefined) {
    throw new S3Error('InvalidRequest', {
      message: `${declared} requires a request signed with AWS4-HMAC-SHA256.`,
    })
  }
  const form = chunkedForm(request, signing)
  return declared.endsWith('-TRAILER')
    ? { ...form, trailer: true }
    : { ...form, trailer: false, trailerNames: [] }
}

const announcesChunks = (request: SignedRequest) =>
  headerValue(request, 'x-amz-decoded-content-length') !== undefined ||
  listOf(headerValue(request, 'content-encoding')).includes('aws-chunked')

function chunkedForm(request: SignedRequest, signed: ChunkSigning | undefined): ChunkedForm {
  const trailerNames = listOf(headerValue(request, 'x-amz-trailer'))
  const trailer = trailerNames.length > 0
  return { kind: 'chunked', signed, trailer, trailerNames, decodedLength: decodedLength(request) }
}

const listOf = (value = '') =>
  value
    .split(',')
    .map((part) => part.trim().toLowerCase())
    .filter((part) => part !== '')

function decodedLength(request: SignedRequest): number | undefined {
  const value = headerValue(request, 'x-amz-decoded-content-length')
  if (value === undefined) return undefined
  if (/^\d{1,15}$/.test(value)) return Number(value)
  throw new S3Error('InvalidArgument', {
    message: 'x-amz-decoded-content-length must be a number of bytes.',
    detail: { ArgumentName: 'x-amz-decoded-content-length', ArgumentValue: value },
  })
}
