/** Text of a document as it grows. */
export interface DocumentText {
  add(text: string): void
  /** The whole: a short one as it is, a long one encoded. */
  finish(): string | Buffer
}

/** Characters that are gathered before they are encoded. */
const pieceLength = 8192
/** Room that is kept from one document to the next, in bytes. */
const keptBytes = 1 << 20
const mostBytesOfUnit = 3

let scratch: Buffer = Buffer.allocUnsafeSlow(1 << 16)

/**
 * Encodes a long document piece by piece into room that is used again and again. One long string, made flat and encoded at the end, takes
 * twice the time, and leaves twice its size to the garbage collector. One document at a time: nothing may be awaited in between.
 */
export function createDocumentText(): DocumentText {
  let piece = ''
  let encoded = 0

  const encode = () => {
    const needed = encoded + piece.length * mostBytesOfUnit
    if (needed > scratch.length) scratch = enlarged(scratch, encoded, needed)
    encoded += scratch.write(piece, encoded)
    piece = ''
  }
  return {
    add(text) {
      piece += text
      if (piece.length >= pieceLength) encode()
    },
    finish() {
      if (encoded === 0) return piece
      encode()
      const document = Buffer.from(scratch.subarray(0, encoded))
      if (scratch.length > keptBytes) scratch = Buffer.allocUnsafeSlow(keptBytes)
      return document
    },
  }
}

function enlarged(full: Buffer, used: number, needed: number): Buffer {
  const larger = Buffer.allocUnsafeSlow(needed * 2)
  full.copy(larger, 0, 0, used)
  return larger
}
