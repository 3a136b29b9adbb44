import { Readable } from 'node:stream'
import { typeOfName } from '../../lib/media-type.ts'
import { knownType } from '../buckets/media-types.ts'
import { S3Error } from '../errors.ts'
import { bytesBody } from '../objects/bytes-body.ts'
import { isPicture, mostImageBytes } from './picture.ts'
import type { Bucket } from '../buckets/bucket.ts'
import type { Named } from '../objects/ruled-body.ts'
import type { Parts } from '../parts.ts'
import type { UploadBody } from '../ports.ts'

interface FittedUpload {
  readonly body: UploadBody
  /** Absent: as before. */
  readonly contentType?: string
}

/** Makes of a picture that is uploaded what the bucket stores in its place. Throws what `ImageMaker.make` throws, and EntityTooLarge. */
export async function fitUpload(
  { images }: Pick<Parts, 'images'>,
  { configuration: { delivery } }: Pick<Bucket, 'configuration'>,
  body: UploadBody,
  { key, contentType, maxBytes }: Named & { readonly maxBytes: number },
): Promise<FittedUpload> {
  const { format, ...image } = delivery?.onUpload ?? {}
  if (!delivery?.onUpload || !isPicture(knownType(contentType) ?? typeOfName(key))) return { body }
  const settled = { ...image, format: format === 'auto' ? undefined : format }
  const open = () => Promise.resolve(Readable.from(limited(body, Math.min(maxBytes, mostImageBytes))))
  const made = await images.make(open, settled)
  return { body: { ...bytesBody(made.data), algorithms: body.algorithms }, contentType: made.contentType }
}

async function* limited(body: UploadBody, maxBytes: number): AsyncGenerator<Buffer> {
  let size = 0
  for await (const chunk of body.stream()) {
    size += chunk.length
    if (size > maxBytes)
      throw new S3Error('EntityTooLarge', { detail: { ProposedSize: size, MaxSizeAllowed: maxBytes } })
    yield chunk
  }
}
