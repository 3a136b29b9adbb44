import { AwsChunkParser, type ChunkedBody, type Trailers } from './aws-chunk-parser.ts'

/**
 * The data of an aws-chunked body that arrives in pieces; throws an S3Error unless framing, signatures, length and trailers
 * are right, and calls `onTrailers` just before it ends.
 */
export async function* decodeAwsChunked(
  pieces: AsyncIterable<Buffer>,
  body: ChunkedBody,
  onTrailers: (trailers: Trailers) => void,
): AsyncGenerator<Buffer> {
  const parser = new AwsChunkParser(body)
  for await (const piece of pieces) {
    const data: Buffer[] = []
    parser.write(piece, (slice) => data.push(slice))
    yield* data
  }
  onTrailers(parser.end())
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
