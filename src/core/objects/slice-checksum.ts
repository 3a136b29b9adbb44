import type { ByteSlice } from '../ports.ts'
import type { Checksum, ObjectPart, ObjectVersion } from './object-version.ts'

/**
 * The checksum of the bytes that are sent: that of the whole object, that of a part when they are exactly one, else none.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity-upload.html
 */
export function sliceChecksum(
  { attributes: { checksum } }: Pick<ObjectVersion, 'attributes'>,
  slice: ByteSlice | undefined,
  parts: readonly ObjectPart[],
): Checksum | undefined {
  if (!checksum || !slice) return checksum
  let start = 0
  for (const { size, checksum: value } of parts) {
    if (start === slice.start && start + size - 1 === slice.end)
      return value === undefined ? undefined : { ...checksum, value }
    start += size
  }
  return undefined
}
