import type { OutputOf } from '../../../../admin/contract.ts'

export interface PixelSize {
  readonly width: number
  readonly height: number
}

export type ImagePreset = NonNullable<OutputOf<'getDelivery'>['presets']>[string]

/** How large an image becomes by a preset; the server makes it no larger than it is. */
export function derivedSize(image: PixelSize, { width, height, fit = 'cover' }: ImagePreset): PixelSize {
  if (fit === 'fill') return clamped(image, { width: width ?? image.width, height: height ?? image.height })
  const factors = [width && width / image.width, height && height / image.height].filter(isGiven)
  if (factors.length === 0) return image
  const whole = scaled(image, Math.min(...factors))
  if (fit === 'outside') return scaled(image, Math.max(...factors))
  if (fit === 'contain') return { width: width ?? whole.width, height: height ?? whole.height }
  if (fit === 'inside' || width === undefined || height === undefined) return whole
  return clamped(image, { width, height })
}

const isGiven = (factor: number | undefined): factor is number => factor !== undefined

const clamped = (image: PixelSize, box: PixelSize): PixelSize => ({
  width: Math.min(box.width, image.width),
  height: Math.min(box.height, image.height),
})

function scaled({ width, height }: PixelSize, wanted: number): PixelSize {
  const factor = Math.min(1, wanted)
  return {
    width: Math.max(1, Math.round(width * factor)),
    height: Math.max(1, Math.round(height * factor)),
  }
}
