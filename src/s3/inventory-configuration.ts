import type { InputOf, OutputOf } from './operation.ts'
import type { InventoryConfiguration } from '../core/buckets/inventory.ts'

type Element = InputOf<'PutBucketInventoryConfiguration'>['InventoryConfiguration']
type EncryptionElement = NonNullable<Element['Destination']['S3BucketDestination']['Encryption']>
type DestinationEncryption = NonNullable<InventoryConfiguration['destination']['encryption']>
type Output = NonNullable<OutputOf<'GetBucketInventoryConfiguration'>['InventoryConfiguration']>

export function inventoryOf(element: Element): InventoryConfiguration {
  const { Bucket, Format, AccountId, Prefix, Encryption } = element.Destination.S3BucketDestination
  return {
    id: element.Id,
    isEnabled: element.IsEnabled,
    includedVersions: element.IncludedObjectVersions,
    frequency: element.Schedule.Frequency,
    prefix: element.Filter?.Prefix,
    optionalFields: element.OptionalFields ?? [],
    destination: {
      bucket: Bucket,
      format: Format,
      accountId: AccountId,
      prefix: Prefix,
      encryption: Encryption && encryptionOf(Encryption),
    },
  }
}

const encryptionOf = ({ SSEKMS }: EncryptionElement): DestinationEncryption =>
  SSEKMS ? { form: 'aws:kms', keyId: SSEKMS.KeyId } : { form: 'AES256' }

export const inventoryOutput = ({ destination, ...rest }: InventoryConfiguration): Output => ({
  Destination: {
    S3BucketDestination: {
      AccountId: destination.accountId,
      Bucket: destination.bucket,
      Format: destination.format as 'CSV',
      Prefix: destination.prefix,
      Encryption: destination.encryption && encryptionOutput(destination.encryption),
    },
  },
  IsEnabled: rest.isEnabled,
  Filter: rest.prefix === undefined ? undefined : { Prefix: rest.prefix },
  Id: rest.id,
  IncludedObjectVersions: rest.includedVersions,
  OptionalFields: rest.optionalFields.length === 0 ? undefined : (rest.optionalFields as ['Size']),
  Schedule: { Frequency: rest.frequency },
})

const encryptionOutput = (encryption: DestinationEncryption) =>
  encryption.form === 'AES256' ? { SSES3: {} } : { SSEKMS: { KeyId: encryption.keyId } }
