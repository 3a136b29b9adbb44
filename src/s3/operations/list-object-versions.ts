import { checkKeyParts, contentOf, keyEncoder, limitOf, type EncodeKey } from '../list-output.ts'
import { mixedItems } from '../../protocol/xml-writer.ts'
import { operation, type OutputOf } from '../operation.ts'
import { ownerNames } from '../owner-output.ts'
import type { VersionPage } from '../../core/objects/list-query.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectVersions.html */
export const listObjectVersions = operation('ListObjectVersions', async ({ input, caller, core }) => {
  const {
    Prefix: prefix = '',
    Delimiter: delimiter,
    KeyMarker: keyMarker = '',
    VersionIdMarker: versionIdMarker = '',
  } = input
  const limit = limitOf('max-keys', input.MaxKeys)
  checkKeyParts({ prefix, delimiter, 'key-marker': keyMarker })
  const page = await core.objects.listVersions(caller, input.Bucket, {
    prefix,
    delimiter,
    keyMarker,
    versionIdMarker: versionIdMarker === '' ? undefined : versionIdMarker,
    limit,
  })
  const encode = keyEncoder(input.EncodingType)
  const names = await ownerNames(
    core,
    page.entries.flatMap((entry) => ('key' in entry ? [entry.ownerId] : [])),
  )
  return {
    Name: input.Bucket,
    Prefix: encode(prefix),
    KeyMarker: encode(keyMarker),
    VersionIdMarker: versionIdMarker,
    Delimiter: delimiter === undefined || delimiter === '' ? undefined : encode(delimiter),
    ...nextMarkers(page, encode),
    MaxKeys: limit,
    EncodingType: input.EncodingType,
    IsTruncated: page.isTruncated,
    ...entriesOf(page, encode, names),
  }
})

type Output = Required<OutputOf<'ListObjectVersions'>>
type Item<List extends 'Versions' | 'DeleteMarkers'> = readonly [List, NonNullable<Output[List]>[number]]

/** Versions and delete markers stand among each other, in the order of the page. */
function entriesOf({ entries }: VersionPage, encode: EncodeKey, names: ReadonlyMap<string, string>) {
  const items: (Item<'Versions'> | Item<'DeleteMarkers'>)[] = []
  const CommonPrefixes = []
  for (const entry of entries) {
    if ('commonPrefix' in entry) {
      CommonPrefixes.push({ Prefix: encode(entry.commonPrefix) })
      continue
    }
    const { key, versionId: VersionId, isLatest: IsLatest, ownerId } = entry
    const owner = { ID: ownerId, DisplayName: names.get(ownerId) ?? '' }
    const content = contentOf(entry, encode(key), owner)
    const { Key, LastModified, Owner } = content
    if (entry.isDeleteMarker) items.push(['DeleteMarkers', { Owner, Key, VersionId, IsLatest, LastModified }])
    else items.push(['Versions', { ...content, VersionId, IsLatest }])
  }
  return { [mixedItems]: items, CommonPrefixes }
}

function nextMarkers({ entries, isTruncated }: VersionPage, encode: EncodeKey) {
  const last = isTruncated ? entries.at(-1) : undefined
  if (!last) return {}
  if ('commonPrefix' in last) return { NextKeyMarker: encode(last.commonPrefix) }
  return { NextKeyMarker: encode(last.key), NextVersionIdMarker: last.versionId }
}
