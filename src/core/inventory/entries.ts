import { needsRow, type InventoryEntry } from './columns.ts'
import type { Bucket } from '../buckets/bucket.ts'
import type { InventoryConfiguration } from '../buckets/inventory.ts'
import type { ListedVersion } from '../objects/list-query.ts'
import type { ObjectVersion } from '../objects/object-version.ts'
import type { Parts } from '../parts.ts'

type Source = Pick<Parts, 'metadata'>

const pageSize = 1000

/** Every object that a report is about, a page at a time. */
export async function* inventoryEntries(
  parts: Source,
  bucket: Bucket,
  { prefix = '', includedVersions, optionalFields }: InventoryConfiguration,
): AsyncGenerator<readonly InventoryEntry[]> {
  const list = includedVersions === 'All' ? allVersions : currentVersions
  const find = needsRow(optionalFields) ? findRow : () => Promise.resolve(undefined)
  for await (const page of list(parts, bucket.id, prefix)) {
    const rows = page.map(async (listed) => ({ listed, version: await find(parts, bucket.id, listed) }))
    yield await Promise.all(rows)
  }
}

async function* currentVersions(
  { metadata }: Source,
  bucketId: number,
  prefix: string,
): AsyncGenerator<readonly ListedVersion[]> {
  let after: string | undefined
  for (;;) {
    const { entries, isTruncated } = await metadata.list({
      bucketId,
      prefix,
      delimiter: undefined,
      after,
      limit: pageSize,
    })
    const objects = entries.filter((entry) => 'key' in entry)
    yield objects.map((listed) => ({
      ...listed,
      versionId: 'null',
      isLatest: true,
      isDeleteMarker: false,
    }))
    after = objects.at(-1)?.key
    if (!isTruncated) return
  }
}

async function* allVersions(
  { metadata }: Source,
  bucketId: number,
  prefix: string,
): AsyncGenerator<readonly ListedVersion[]> {
  let last: ListedVersion | undefined
  for (;;) {
    const { entries, isTruncated } = await metadata.listVersions({
      bucketId,
      prefix,
      delimiter: undefined,
      keyMarker: last?.key ?? '',
      versionIdMarker: last?.versionId,
      limit: pageSize,
    })
    const versions = entries.filter((entry) => 'key' in entry)
    yield versions
    last = versions.at(-1)
    if (!isTruncated) return
  }
}

/** Undefined when the object has gone since it was listed. */
async function findRow(
  { metadata }: Source,
  bucketId: number,
  { key, versionId, isLatest }: ListedVersion,
): Promise<ObjectVersion | undefined> {
  return isLatest
    ? metadata.findObject(bucketId, key, { withData: false })
    : metadata.findVersion(bucketId, key, { versionId, withData: false })
}
