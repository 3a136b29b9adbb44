import { Transform, type TransformCallback } from 'node:stream'
import { AwsChunkParser, type ChunkedBody, type Trailers } from './aws-chunk-parser.ts'

/**
 * A stream that takes an aws-chunked body and gives its data; it fails with an S3Error unless framing, signatures,
 * length and trailers are right, and calls `onTrailers` just before it ends.
 */
export function decodeAwsChunked(
  body: ChunkedBody & { onTrailers?: (trailers: Trailers) => void },
): Transform {
  const parser = new AwsChunkParser(body)
  return new Transform({
    transform(piece: Buffer, _encoding, done) {
      settle(done, () => {
        parser.write(piece, (data) => this.push(data))
      })
    },
    flush(done) {
      settle(done, () => {
        const trailers = parser.end()
        body.onTrailers?.(trailers)
      })
    },
  })
}

/** The same for a body that is in memory as a whole; data in one chunk is not copied. Throws S3Error. */
export function decodeAwsChunkedBuffer(
  buffer: Buffer,
  body: ChunkedBody,
): { data: Buffer; trailers: Trailers } {
  const parser = new AwsChunkParser(body)
  const slices: Buffer[] = []
  parser.write(buffer, (data) => slices.push(data))
  const trailers = parser.end()
  const [only, ...others] = slices
  return { data: only !== undefined && others.length === 0 ? only : Buffer.concat(slices), trailers }
}

function settle(done: TransformCallback, work: () => void): void {
  try {
    work()
    done()
  } catch (error) {
    done(error instanceof Error ? error : new Error('The body could not be decoded.', { cause: error }))
  }
}
