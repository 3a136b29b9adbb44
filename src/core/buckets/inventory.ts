import { S3Error } from '../errors.ts'
import { bucketOfArn } from './bucket-arn.ts'
import { checkObjectFilter } from './object-filter.ts'

/** A report of the objects in a bucket. https://docs.aws.amazon.com/AmazonS3/latest/API/API_InventoryConfiguration.html */
export interface InventoryConfiguration {
  readonly id: string
  readonly isEnabled: boolean
  readonly includedVersions: 'All' | 'Current'
  readonly frequency: 'Daily' | 'Weekly'
  readonly prefix?: string | undefined
  /** Names of columns beside bucket, key and version. */
  readonly optionalFields: readonly string[]
  readonly destination: InventoryDestination
  /** When the last report was made, in milliseconds since 1970. */
  readonly reportedAt?: number | undefined
}

interface InventoryDestination {
  /** ARN of a bucket. */
  readonly bucket: string
  readonly format: string
  readonly accountId?: string | undefined
  readonly prefix?: string | undefined
  readonly encryption?:
    { readonly form: 'AES256' } | { readonly form: 'aws:kms'; readonly keyId: string } | undefined
}

/** Throws InvalidArgument, NotImplemented for a format other than CSV, and what checkObjectFilter throws. */
export function checkInventory({ prefix, optionalFields, destination }: InventoryConfiguration): void {
  checkObjectFilter({ prefix, tags: [] })
  bucketOfArn(destination.bucket)
  if (new Set(optionalFields).size < optionalFields.length) {
    throw new S3Error('InvalidArgument', { message: 'An optional field can be given only once.' })
  }
  if (destination.format === 'CSV') return
  throw new S3Error('NotImplemented', {
    message: `Inventory reports are written as CSV, not as ${destination.format}.`,
    detail: { Format: destination.format },
  })
}
