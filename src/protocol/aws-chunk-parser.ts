import { S3Error } from '../core/errors.ts'
import { createLineReader, malformedChunk, parseChunkHeader, type ChunkHeader } from './chunk-lines.ts'
import { chunkSignatures, type ChunkSignatures } from './chunk-signatures.ts'
import type { ChunkedForm } from './payload-form.ts'

const minimumChunkBytes = 8192
const trailerSignature = 'x-amz-trailer-signature'

/** What is known of an aws-chunked body before its first byte. */
export type ChunkedBody = Omit<ChunkedForm, 'kind'>

/** Header names in lower case and their values, from after the last chunk. */
export type Trailers = ReadonlyMap<string, string>

/**
 * Takes an aws-chunked body in pieces of any size and hands out its data without copying it.
 * A chunk's data goes out before its signature is known, so nothing may be kept unless `end` returns.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html
 */
export class AwsChunkParser {
  readonly #body: ChunkedBody
  readonly #lines = createLineReader()
  readonly #signatures: ChunkSignatures | undefined
  readonly #trailers = new Map<string, string>()
  #expected: 'header' | 'data' | 'data-end' | 'first-trailer' | 'trailer' | 'nothing' = 'header'
  #chunk: ChunkHeader = { size: minimumChunkBytes, signature: undefined }
  #chunks = 0
  #remaining = 0
  #received = 0

  constructor(body: ChunkedBody) {
    this.#body = body
    this.#signatures = body.signed && chunkSignatures(body.signed)
  }

  /** Throws InvalidRequest, InvalidChunkSizeError, IncompleteBody, SignatureDoesNotMatch, MalformedTrailerError. */
  write(piece: Buffer, emit: (data: Buffer) => void): void {
    for (let at = 0; at < piece.length;) {
      if (this.#expected === 'nothing') throw malformedChunk('There is data after the last chunk.')
      if (this.#expected === 'data') {
        const data = piece.subarray(at, at + this.#remaining)
        this.#takeData(data)
        emit(data)
        at += data.length
      } else {
        const { line, next } = this.#lines.read(piece, at)
        if (line !== undefined) this.#takeLine(line)
        at = next
      }
    }
  }

  /** The trailers, once the body is over; throws IncompleteBody, SignatureDoesNotMatch, MalformedTrailerError. */
  end(): Trailers {
    const { decodedLength, trailerNames, trailer } = this.#body
    if (this.#expected !== 'nothing') throw new S3Error('IncompleteBody')
    if (decodedLength !== undefined && this.#received !== decodedLength) throw new S3Error('IncompleteBody')
    const signature = this.#trailers.get(trailerSignature) ?? ''
    this.#trailers.delete(trailerSignature)
    if (trailer) this.#signatures?.checkTrailers(this.#trailers, signature)
    if (trailerNames.some((name) => !this.#trailers.has(name))) throw new S3Error('MalformedTrailerError')
    return this.#trailers
  }

  #takeData(data: Buffer): void {
    this.#signatures?.update(data, { isWhole: data.length === this.#chunk.size })
    this.#remaining -= data.length
    if (this.#remaining === 0) this.#expected = 'data-end'
  }

  #takeLine(line: string): void {
    if (this.#expected === 'header') this.#startChunk(line)
    else if (this.#expected === 'data-end') this.#endChunk(line)
    else if (line !== '') this.#addTrailer(line)
    // Some clients end the last chunk like any other, with an empty line, before the trailers.
    else this.#expected = this.#expected === 'first-trailer' && this.#body.trailer ? 'trailer' : 'nothing'
  }

  #startChunk(line: string): void {
    const previous = this.#chunk
    this.#chunk = parseChunkHeader(line)
    const { size } = this.#chunk
    if (size > 0 && previous.size < minimumChunkBytes) throw chunkTooSmall(this.#chunks, previous.size)
    this.#chunks += 1
    this.#remaining = size
    this.#received += size
    const { decodedLength = Infinity } = this.#body
    if (this.#received > decodedLength) throw new S3Error('IncompleteBody')
    if (size === 0) this.#signatures?.checkChunk(this.#chunk.signature ?? '')
    this.#expected = size === 0 ? 'first-trailer' : 'data'
  }

  #endChunk(line: string): void {
    if (line !== '') throw malformedChunk('The data of a chunk is longer than its size.')
    this.#signatures?.checkChunk(this.#chunk.signature ?? '')
    this.#expected = 'header'
  }

  #addTrailer(line: string): void {
    const [, name = '', value = ''] = /^([!-9;-~]+):(.*)$/.exec(line) ?? []
    const key = name.toLowerCase()
    const isAnnounced =
      this.#body.trailerNames.includes(key) || (this.#signatures && key === trailerSignature)
    if (!this.#body.trailer || !isAnnounced || this.#trailers.has(key))
      throw new S3Error('MalformedTrailerError')
    this.#trailers.set(key, value.trim())
    this.#expected = 'trailer'
  }
}

const chunkTooSmall = (chunk: number, size: number) =>
  new S3Error('InvalidChunkSizeError', { detail: { Chunk: chunk, BadChunkSize: size } })
