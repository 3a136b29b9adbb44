import type { Annotation, StoredAnnotation } from '../core/annotations/annotation.ts'
import type { Checksum, ObjectVersion } from '../core/objects/object-version.ts'

export interface AnnotationRow {
  readonly bucket_id: number
  readonly key: string
  readonly sequence: number
  readonly name: string
  readonly size: number
  readonly etag: string
  readonly modified: number
  /** JSON. */
  readonly checksum: string | null
  readonly salt: string | null
  readonly blob_id: string | null
  readonly data: Buffer | null
}

/** All but the bytes in the row. */
export const annotationColumns = [
  'bucket_id',
  'key',
  'sequence',
  'name',
  'size',
  'etag',
  'modified',
  'checksum',
  'salt',
  'blob_id',
] as const

export const annotationRow = (
  { bucketId, key, sequence }: Pick<ObjectVersion, 'bucketId' | 'key' | 'sequence'>,
  { name, size, etag, lastModified, checksum, salt, content }: StoredAnnotation,
): AnnotationRow => ({
  bucket_id: bucketId,
  key,
  sequence,
  name,
  size,
  etag,
  modified: lastModified,
  checksum: checksum ? JSON.stringify(checksum) : null,
  salt: salt ?? null,
  blob_id: content.kind === 'blob' ? content.blobId : null,
  data: content.kind === 'inline' ? content.data : null,
})

export const annotationFrom = (row: Omit<AnnotationRow, 'blob_id' | 'data'>): Annotation => ({
  name: row.name,
  size: row.size,
  etag: row.etag,
  lastModified: row.modified,
  checksum: row.checksum === null ? undefined : (JSON.parse(row.checksum) as Checksum),
  salt: row.salt ?? undefined,
})

export const storedAnnotationFrom = (row: AnnotationRow): StoredAnnotation => ({
  ...annotationFrom(row),
  content:
    row.blob_id === null
      ? { kind: 'inline', data: row.data ?? Buffer.alloc(0) }
      : { kind: 'blob', blobId: row.blob_id },
})
