import { S3Error } from '../errors.ts'
import type { ByteSlice } from '../ports.ts'

/**
 * The bytes that a Range header asks for of an object of `size` bytes; undefined, for the whole object, when the header
 * is malformed or names several ranges, as S3 ignores those. Throws InvalidRange when none of the bytes exists.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
 */
export function resolveRange(header: string, size: number): ByteSlice | undefined {
  const match = /^bytes=\s*(?:(\d+)-(\d*)|-(\d+))\s*$/i.exec(header)
  if (!match) return undefined
  const [, first, last, suffix] = match
  const start = suffix === undefined ? Number(first) : Math.max(0, size - Number(suffix))
  const requestedEnd = last ? Number(last) : Infinity
  if (requestedEnd < start) return undefined
  const end = Math.min(requestedEnd, size - 1)
  if (start <= end) return { start, end }
  throw new S3Error('InvalidRange', { detail: { ActualObjectSize: size, RangeRequested: header } })
}

/**
 * The bytes that x-amz-copy-source-range names, which must all exist. Throws InvalidArgument for any other form than
 * `bytes=first-last`, InvalidRange beyond the source's `size`.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_UploadPartCopy.html
 */
export function resolveCopyRange(header: string, size: number): ByteSlice {
  const match = /^bytes=(\d+)-(\d+)$/.exec(header)
  const [start, end] = [Number(match?.[1]), Number(match?.[2])]
  if (!match || end < start) {
    throw new S3Error('InvalidArgument', {
      message:
        'The x-amz-copy-source-range value must be of the form bytes=first-last where first and last are the zero-based offsets of the first and last bytes to copy',
      detail: { ArgumentName: 'x-amz-copy-source-range', ArgumentValue: header },
    })
  }
  if (end < size) return { start, end }
  throw new S3Error('InvalidRange', {
    message: `Range specified is not valid for source object of size: ${String(size)}`,
    detail: { ActualObjectSize: size, RangeRequested: header },
  })
}
