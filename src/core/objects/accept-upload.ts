import { rulesFor, type UploadOrigin } from '../buckets/rules-for.ts'
import { checkUploadName, checkUploadSize } from '../buckets/upload-rules.ts'
import { fitUpload } from '../derived/fit-upload.ts'
import { ruledBody } from './ruled-body.ts'
import type { Bucket } from '../buckets/bucket.ts'
import type { ObjectAttributes } from './object-version.ts'
import type { Parts } from '../parts.ts'
import type { UploadBody } from '../ports.ts'

interface Upload extends UploadOrigin {
  readonly key: string
  readonly body: UploadBody
  readonly attributes: ObjectAttributes
}

interface AcceptedUpload {
  readonly body: UploadBody
  readonly attributes: ObjectAttributes
  /** By the bucket's rules. */
  readonly maxBytes: number
}

/** What is stored of an upload by the rules of its bucket. Throws UnsupportedMediaType, EntityTooLarge and InvalidImage; the body may too, before its first byte. */
export async function acceptUpload(
  parts: Pick<Parts, 'images'>,
  bucket: Bucket,
  { key, body, attributes, isFromApplication }: Upload,
): Promise<AcceptedUpload> {
  const rules = rulesFor(bucket, { isFromApplication })
  const maxBytes = rules?.maxBytes ?? Infinity
  if (rules) {
    checkUploadName(rules, key)
    checkUploadSize(rules, body.size ?? 0)
  }
  const named = { key, contentType: attributes.contentType }
  const ruled = ruledBody(body, rules, named)
  if (!isFromApplication) return { body: ruled, attributes, maxBytes }
  const { contentType, ...fitted } = await fitUpload(parts, bucket, ruled, { ...named, maxBytes })
  return {
    body: fitted.body,
    attributes: contentType === undefined ? attributes : { ...attributes, contentType },
    maxBytes,
  }
}
