import { S3Error } from '../errors.ts'

const names = [
  'STANDARD',
  'REDUCED_REDUNDANCY',
  'STANDARD_IA',
  'ONEZONE_IA',
  'INTELLIGENT_TIERING',
  'GLACIER',
  'GLACIER_IR',
  'DEEP_ARCHIVE',
]

/**
 * The storage class to keep with an object: a label, as there is one kind of storage. Throws InvalidStorageClass.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-class-intro.html
 */
export function parseStorageClass(name: string | undefined): string {
  if (name === undefined) return 'STANDARD'
  if (names.includes(name)) return name
  throw new S3Error('InvalidStorageClass', { detail: { StorageClassRequested: name } })
}
