import { S3Error } from '../errors.ts'

const maxBytes = 2048

/**
 * Limits names and values together to 2 KiB of UTF-8. Throws MetadataTooLarge.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingMetadata.html
 */
export function checkUserMetadata(metadata: Readonly<Record<string, string>>): void {
  let size = 0
  for (const [name, value] of Object.entries(metadata))
    size += Buffer.byteLength(name) + Buffer.byteLength(value)
  if (size > maxBytes)
    throw new S3Error('MetadataTooLarge', { detail: { Size: size, MaxSizeAllowed: maxBytes } })
}
