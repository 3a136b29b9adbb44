import { BlobMissing, type ByteSlice } from '../core/ports.ts'

/** The slice to read of a blob of `size` bytes, all of it by default; throws BlobMissing when the blob is too short to have it. */
export function sliceOf(id: string, size: number, slice: ByteSlice = { start: 0, end: size - 1 }): ByteSlice {
  if (slice.start < 0 || slice.end < slice.start - 1) {
    throw new RangeError(`Bytes ${String(slice.start)} to ${String(slice.end)} are not a slice.`)
  }
  // Callers ask for bytes that the blob once had: a blob cut short is lost, and it is better said before the first byte.
  if (slice.end >= size) throw new BlobMissing(id)
  return slice
}

export const sliceLength = ({ start, end }: ByteSlice): number => end - start + 1
