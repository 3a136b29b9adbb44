import { S3Error } from '../core/errors.ts'

// More than any size line or checksum trailer needs.
const lineLimit = 4096
const lineFeed = 0x0a

/** Reads the lines between the data of an aws-chunked body out of pieces that may end anywhere. */
export interface LineReader {
  /** The line that ends in this piece, without its end, and where the piece goes on; throws InvalidRequest when too long. */
  read(piece: Buffer, from: number): { readonly line: string | undefined; readonly next: number }
}

export function createLineReader(): LineReader {
  let begun = ''
  return {
    read(piece, from) {
      const end = piece.indexOf(lineFeed, from)
      const stop = end < 0 ? piece.length : end + 1
      if (begun.length + stop - from > lineLimit) throw malformedChunk('A line of the body is too long.')
      const text = begun + piece.toString('latin1', from, stop)
      // A lone line feed ends no line: AWS's own example of trailers has one before the line's end.
      const isComplete = text.endsWith('\r\n')
      begun = isComplete ? '' : text
      return { line: isComplete ? text.replace(/\n?\r\n$/, '') : undefined, next: stop }
    },
  }
}

/** How a chunk starts: `size[;chunk-signature=…]`. */
export interface ChunkHeader {
  readonly size: number
  readonly signature: string | undefined
}

/** Throws InvalidRequest for anything but a size of up to 14 hexadecimal digits and, optionally, a chunk signature. */
export function parseChunkHeader(line: string): ChunkHeader {
  const [size = '', ...extensions] = line.split(';')
  if (!/^[0-9A-Fa-f]{1,14}$/.test(size))
    throw malformedChunk('The size of a chunk is not a hexadecimal number.')
  const signature = /^chunk-signature=([0-9a-f]{64})$/.exec(extensions[0] ?? '')?.[1]
  if (extensions.length > (signature === undefined ? 0 : 1)) {
    throw malformedChunk('The extension of a chunk is not known.')
  }
  const bytes = Number.parseInt(size, 16)
  if (!Number.isSafeInteger(bytes)) throw malformedChunk('The size of a chunk is too large.')
  return { size: bytes, signature }
}

/** The error for a body that is not framed as aws-chunked says. */
export const malformedChunk = (reason: string): S3Error =>
  new S3Error('InvalidRequest', { message: `The aws-chunked body is not valid. ${reason}` })
