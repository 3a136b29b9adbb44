import { S3Error } from '../errors.ts'
import { versionBytes } from '../objects/version-bytes.ts'
import { mostImageBytes } from './picture.ts'
import type { FormSource } from './form-source.ts'
import type { MadeImage } from './image-maker.ts'
import type { SettledImage } from './image-spec.ts'
import type { Parts } from '../parts.ts'

/** Makes an image of an object. Throws InvalidImage for one that is too large, and what `ImageMaker.make` throws. */
export async function makeImage(
  parts: Parts,
  { version, access }: FormSource,
  image: SettledImage,
): Promise<MadeImage> {
  if (version.size <= mostImageBytes)
    return parts.images.make(() => versionBytes(parts, { version }, access), image)
  throw new S3Error('InvalidImage', {
    message: `An image of more than ${String(mostImageBytes)} bytes is not changed.`,
  })
}
