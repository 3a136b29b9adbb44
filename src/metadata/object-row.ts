import type { Checksum, Content, ObjectAttributes, ObjectVersion } from '../core/objects/object-version.ts'
import type { StoredMarker, StoredPut } from '../core/objects/write-changes.ts'

/** The columns of `objects`, and of `versions` before its last one, in the order in which rows cross to and from the database. */
export const objectColumns = [
  'bucket_id',
  'key',
  'sequence',
  'version_id',
  'size',
  'etag',
  'modified',
  'owner_id',
  'storage_class',
  'checksum',
  'is_inline',
  'blob_id',
  'part_count',
  'attributes',
] as const

/** `versions` has one column more. */
export const versionColumns = [...objectColumns, 'is_delete_marker'] as const

type ObjectRow = readonly [
  bucketId: number,
  key: string,
  sequence: number,
  versionId: string,
  size: number,
  etag: string,
  modified: number,
  ownerId: string,
  storageClass: string,
  checksum: string | null,
  isInline: 0 | 1,
  blobId: string | null,
  partCount: number,
  attributes: string,
]
type VersionRow = readonly [...ObjectRow, isDeleteMarker: 0 | 1]

/** A version by the values of its columns; a row of `objects` has no last one. */
export function objectFrom(values: readonly unknown[], data: Buffer | undefined): ObjectVersion {
  const [
    bucketId,
    key,
    sequence,
    versionId,
    size,
    etag,
    lastModified,
    ownerId,
    storageClass,
    ,
    isInline,
    blobId,
    partCount,
    attributes,
    isDeleteMarker,
  ] = values as unknown as ObjectRow | VersionRow
  return {
    bucketId,
    key,
    sequence,
    versionId,
    isDeleteMarker: isDeleteMarker === 1,
    size,
    etag,
    lastModified,
    ownerId,
    storageClass,
    attributes: JSON.parse(attributes) as ObjectAttributes,
    content: contentOf(isInline === 1, blobId, partCount, data),
  }
}

function contentOf(
  isInline: boolean,
  blobId: string | null,
  partCount: number,
  data: Buffer | undefined,
): Content {
  if (blobId !== null) return { kind: 'blob', blobId }
  return isInline ? { kind: 'inline', data } : { kind: 'parts', count: partCount }
}

export function rowOf({ put, sequence, versionId, lastModified }: StoredPut): ObjectRow {
  const { content } = put
  return [
    put.bucketId,
    put.key,
    sequence,
    versionId,
    put.size,
    put.etag,
    lastModified,
    put.ownerId,
    put.storageClass,
    checksumLabel(put.attributes.checksum),
    content.kind === 'inline' ? 1 : 0,
    content.kind === 'blob' ? content.blobId : null,
    content.kind === 'parts' ? content.parts.length : 0,
    JSON.stringify(put.attributes),
  ]
}

export const noncurrentRowOf = (stored: StoredPut): VersionRow => [...rowOf(stored), 0]

/** A delete marker has neither bytes nor attributes. */
export const markerRowOf = ({ request, sequence, versionId, lastModified }: StoredMarker): VersionRow => [
  request.bucketId,
  request.key,
  sequence,
  versionId,
  0,
  '',
  lastModified,
  request.ownerId,
  'STANDARD',
  null,
  0,
  null,
  0,
  '{}',
  1,
]

/** `ALGORITHM/TYPE`: what a listing tells of a checksum. */
const checksumLabel = (checksum: Checksum | undefined) =>
  checksum ? `${checksum.algorithm}/${checksum.type}` : null
