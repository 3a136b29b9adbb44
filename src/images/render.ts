import { S3Error } from '../core/errors.ts'
import { loadSharp } from './load-sharp.ts'
import type { MadeImage } from '../core/derived/image-maker.ts'
import type { ImageFormat, SettledImage } from '../core/derived/image-spec.ts'
import type { Metadata, Sharp } from 'sharp'

export interface RenderLimits {
  /** Of all frames of the source. */
  readonly maxPixels: number
  readonly timeoutSeconds: number
}

/** Makes an image of the bytes of another: upright, without its metadata, never larger. Throws InvalidImage. */
export async function render(
  source: Buffer,
  { width, height, fit = 'cover', quality, format }: SettledImage,
  limits: RenderLimits,
): Promise<MadeImage> {
  const sharp = await loadSharp()
  try {
    const options = { limitInputPixels: limits.maxPixels }
    const metadata = await sharp(source, options).metadata()
    const output = format ?? sameFormat(metadata)
    const image = sharp(source, { ...options, animated: moves.has(output) })
      .timeout({ seconds: limits.timeoutSeconds })
      .autoOrient()
    if (width !== undefined || height !== undefined)
      image.resize({ width, height, fit, withoutEnlargement: true })
    const data = await encode(image, output, quality).toBuffer()
    return { data, contentType: `image/${output}` }
  } catch (cause) {
    throw new S3Error('InvalidImage', { cause })
  }
}

const moves: ReadonlySet<ImageFormat> = new Set(['gif', 'webp'])

function sameFormat({ format, hasAlpha }: Metadata): ImageFormat {
  if (format === 'jpeg' || format === 'png' || format === 'webp' || format === 'gif') return format
  if (format === 'heif') return 'avif'
  return hasAlpha ? 'png' : 'jpeg'
}

/** The least effort that is still smaller than WebP: a visitor waits. */
const avifEffort = 2

function encode(image: Sharp, format: ImageFormat, quality: number | undefined): Sharp {
  const lossy = quality === undefined ? {} : { quality }
  if (format === 'jpeg') return image.jpeg({ ...lossy, progressive: false })
  if (format === 'webp') return image.webp(lossy)
  if (format === 'avif') return image.avif({ ...lossy, effort: avifEffort })
  return format === 'gif' ? image.gif() : image.png()
}
