import { isoTime } from '../../lib/iso-time.ts'
import { keysPage } from '../keys-page.ts'
import { ownedBucket } from '../owned-bucket.ts'
import { uploadLocator } from './upload-locator.ts'
import { parsePlaceCursor, placeCursor } from '../place-cursor.ts'
import { checkObjectKey } from '../../core/objects/object-key.ts'
import { checkUserMetadata } from '../../core/objects/user-metadata.ts'
import type { Core } from '../../core/create-core.ts'
import type { InputOf } from '../contract.ts'
import type { Upload } from '../../core/uploads/upload.ts'

/** Multipart uploads; their bytes go to the S3 port. */
export function uploadCalls({ uploads, catalog }: Pick<Core, 'uploads' | 'catalog'>) {
  const located = uploadLocator(catalog)
  return {
    listUploads: async ({ name, project, after, ...query }: InputOf<'listUploads'>) => {
      const { owner } = await ownedBucket(catalog, { name, project })
      const { key: keyMarker, id = '' } = after === undefined ? { key: '' } : parsePlaceCursor(after)
      const { prefix, limit } = keysPage(query)
      const wanted = { prefix, delimiter: undefined, keyMarker, uploadIdMarker: id, limit }
      const page = await uploads.list(owner, name, wanted)
      const found = page.entries.flatMap((entry) => ('id' in entry ? [entry] : []))
      const last = page.isTruncated ? found.at(-1) : undefined
      return { uploads: found.map(uploadOutput), next: last ? placeCursor(last) : null }
    },
    createUpload: async ({ name, project, key, contentType, userMetadata }: InputOf<'createUpload'>) => {
      const { owner } = await ownedBucket(catalog, { name, project })
      checkObjectKey(key)
      if (userMetadata) checkUserMetadata(userMetadata)
      const { id } = await uploads.create(
        owner,
        { bucket: name, key },
        {
          attributes: {
            ...(contentType !== undefined && { contentType }),
            ...(userMetadata && { userMetadata }),
          },
          storageClass: 'STANDARD',
          acl: {},
          checksumAlgorithm: undefined,
          checksumType: undefined,
        },
      )
      return { uploadId: id }
    },
    completeUpload: async ({ parts, ...named }: InputOf<'completeUpload'>) => {
      const { owner, upload } = await located(named)
      const completed = await uploads.complete(owner, upload, {
        parts: parts.map(({ partNumber, etag }) => ({
          partNumber,
          etag: etag.replaceAll('"', ''),
          checksum: undefined,
        })),
      })
      return { key: upload.key, etag: completed.etag, versionId: completed.versionId ?? null }
    },
    abortUpload: async (named: InputOf<'abortUpload'>) => {
      const { owner, upload } = await located(named)
      await uploads.abort(owner, upload)
    },
  }
}

const uploadOutput = ({ key, id, createdAt }: Upload) => ({
  key,
  uploadId: id,
  createdAt: isoTime(createdAt),
})
