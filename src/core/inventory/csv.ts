import { valueOf, type InventoryEntry } from './columns.ts'
import type { InventoryConfiguration } from '../buckets/inventory.ts'

const versionFields = ['VersionId', 'IsLatest', 'IsDeleteMarker']

/** The names of a report's columns, as its manifest lists them. */
export const fieldsOf = ({ includedVersions, optionalFields }: InventoryConfiguration): readonly string[] => [
  'Bucket',
  'Key',
  ...(includedVersions === 'All' ? versionFields : []),
  ...optionalFields,
]

/** One line for each object, every value in quotes, keys as in URLs. https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-inventory-location.html */
export const csvLine = (
  bucketName: string,
  entry: InventoryEntry,
  inventory: InventoryConfiguration,
): string => {
  const { key, versionId, isLatest, isDeleteMarker } = entry.listed
  const values = [
    bucketName,
    key.split('/').map(encodeURIComponent).join('/'),
    ...(inventory.includedVersions === 'All'
      ? [versionId === 'null' ? '' : versionId, String(isLatest), String(isDeleteMarker)]
      : []),
    ...inventory.optionalFields.map((field) => valueOf(field, entry)),
  ]
  return `${values.map((value) => `"${value.replaceAll('"', '""')}"`).join(',')}\n`
}
