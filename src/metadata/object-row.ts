import type { Checksum, Content, ObjectAttributes, ObjectVersion } from '../core/objects/object-version.ts'
import type { StoredPut } from '../core/objects/evaluate-writes.ts'

/** The columns of `objects`, in the order in which rows cross to and from the database. */
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
  ] = values as unknown as ObjectRow
  return {
    bucketId,
    key,
    sequence,
    versionId,
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

export function rowOf({ put, sequence, lastModified }: StoredPut): ObjectRow {
  const { content } = put
  return [
    put.bucketId,
    put.key,
    sequence,
    'null',
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

/** `ALGORITHM/TYPE`: what a listing tells of a checksum. */
const checksumLabel = (checksum: Checksum | undefined) =>
  checksum ? `${checksum.algorithm}/${checksum.type}` : null
