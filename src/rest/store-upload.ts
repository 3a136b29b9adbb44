import { bearerOf, type Call } from './call.ts'
import { attributesOf } from './file-details.ts'
import { fileUrl } from './file-url.ts'
import { aclOfUpload, placeOfUpload, type WantedUpload } from './upload-place.ts'
import type { FormFile } from './form.ts'
import type { UploadBody } from '../core/ports.ts'

/** A file as it was stored, and as its client is told of it. */
export interface Uploaded {
  readonly isUnique: boolean
  readonly versionId: string | undefined
  readonly shown: {
    readonly url: string
    readonly bucket: string
    readonly file: string
    readonly original_name: string
    readonly size: number
    readonly content_type: string
    readonly etag: string
  }
}

/** Stores a file of a form under the name that the form says. Throws what PutObject throws. */
export async function storeUpload(
  { core, exchange, bearer, baseUrl }: Pick<Call, 'core' | 'exchange' | 'bearer' | 'baseUrl'>,
  wanted: WantedUpload,
  file: Pick<FormFile, 'filename' | 'contentType'>,
  body: UploadBody,
): Promise<Uploaded> {
  const { caller } = bearerOf({ bearer })
  const { isUnique, bucket, key } = placeOfUpload(core.ids, wanted, file)
  const attributes = attributesOf(file)
  Object.assign(exchange.notes.subject, { bucket, key })
  await core.authorise(caller, 's3:PutObject', { bucket, key })
  const stored = await core.objects.put(caller, { bucket, key }, body, {
    attributes,
    storageClass: 'STANDARD',
    acl: aclOfUpload(wanted),
    isFromApplication: true,
    signal: exchange.signal,
  })
  const url = fileUrl(baseUrl, { project: caller.project.name, bucket, file: key })
  const { versionId, size, etag, contentType = attributes.contentType } = stored
  return {
    isUnique,
    versionId,
    shown: { url, bucket, file: key, original_name: file.filename, size, content_type: contentType, etag },
  }
}
