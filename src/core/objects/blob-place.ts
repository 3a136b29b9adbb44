import { extensionOfType } from '../../lib/media-type.ts'
import type { BlobPlace } from '../ports.ts'
import type { Bucket } from '../buckets/bucket.ts'

interface Placed {
  readonly key: string
  readonly contentType: string | undefined
  readonly storageClass: string
}

/** Where an object's bytes are kept: readable by a person, one folder per bucket. */
export const placeOf = (bucket: Bucket, { key, contentType, storageClass }: Placed): BlobPlace => ({
  projectId: bucket.projectId,
  bucket: bucket.name,
  extension: extensionOf(key) ?? (contentType === undefined ? '' : extensionOfType(contentType)),
  storageClass,
})

const extensionOf = (key: string) => /\.([A-Za-z0-9]{1,8})$/.exec(key)?.[1]?.toLowerCase()
